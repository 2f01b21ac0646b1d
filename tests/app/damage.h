// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace parley::test {

/// The safetensors file with every value of one float32 tensor set to `value`. The tensor must be there.
[[nodiscard]] QByteArray withTensorFilled(QByteArray safetensors, const char* tensor, float value);

/// The safetensors file with tensors under other names: every `before` in the header becomes `after`.
[[nodiscard]] QByteArray withNames(const QByteArray& safetensors, const char* before, const char* after);

/// The text with its first `before` replaced, which must be there.
[[nodiscard]] QByteArray replacedOnce(QByteArray text, const char* before, const char* after);

} // namespace parley::test
