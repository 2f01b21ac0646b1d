// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace parley::accelerator {

/// Where each slot stands in its grid of codes, on the device, int64; and the rules that are the same for all.
struct GridTensors {
    std::int64_t eos = 0;
    std::int64_t pad = 0;
    std::int64_t maxDelay = 0;
    at::Tensor delay{};     ///< [C]
    at::Tensor tokens{};    ///< [slots, C]: the last row
    at::Tensor positions{}; ///< [slots]: of that row; as the next ones
    at::Tensor countdown{}; ///< rows left to write; −1: speech goes on
    at::Tensor lastStart{}; ///< the row from which on speech is ended
    at::Tensor firstRow{};  ///< the row that `fixed` begins with
    at::Tensor fixed{}; ///< [slots, maxDelay + 1, C]: ids that the prompt fixes ahead, −1: none; the last row has none
};

/// What steps leave for the host to read.
struct StepRecord {
    at::Tensor index;     ///< [1] int64: the step that is written
    at::Tensor drawn;     ///< [steps, slots, C] int64
    at::Tensor areFinite; ///< [steps, slots] bool: whether the logits were numbers
};

} // namespace parley::accelerator
