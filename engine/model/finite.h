// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"

#include <ATen/core/Tensor.h>

#include <span>

namespace parley::model {

/// Whether no value is NaN or infinity.
[[nodiscard]] bool areFinite(std::span<const float> values) noexcept;

/// Throws EngineError (NumericFailure), naming `place`, if x holds NaN or infinity. `dtype`: that of the weights; a
/// narrow one is the first thing to change.
void requireFinite(const at::Tensor& x, const Phrase& place, at::ScalarType dtype);

/// The error of numbers that ran over at `place`.
[[nodiscard]] EngineError ranOver(const Phrase& place, at::ScalarType dtype);

} // namespace parley::model
