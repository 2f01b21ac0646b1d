// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ATen/core/Tensor.h>

namespace parley::backend {

/// An uninitialised CPU tensor that lives as long as the model. Large ones ask for huge pages: they are filled with a
/// tenth of the page faults, and a decode step that streams all weights misses the TLB far less.
[[nodiscard]] at::Tensor emptyWeight(at::IntArrayRef sizes, at::ScalarType dtype);

} // namespace parley::backend
