// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ATen/core/Tensor.h>

#include <string>

namespace parley::model {

/// Throws EngineError (NumericFailure), naming `place`, if x holds NaN or infinity.
void requireFinite(const at::Tensor& x, const std::string& place);

} // namespace parley::model
