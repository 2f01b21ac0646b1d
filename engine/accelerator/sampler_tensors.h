// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace parley::accelerator {

/// How each sequence's ids are chosen (sampling::SamplerOptions), on the device.
struct SamplerTensors {
    at::Tensor cfgScale;    ///< [slots, 1, 1] float32, as the next ones
    at::Tensor temperature; ///< 0: the most likely
    at::Tensor topP;
    at::Tensor topK;      ///< [slots, 1, 1] int64
    std::int64_t eos = 0; ///< ends speech in channel 0; ids above it, and it in other channels, are never drawn
};

} // namespace parley::accelerator
