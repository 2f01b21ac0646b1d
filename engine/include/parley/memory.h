// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"
#include "parley/model_options.h"

#include <cstdint>
#include <string>

namespace parley {

/// What speaking takes of a device's memory, in bytes.
struct MemoryNeed {
    std::uint64_t weights = 0; ///< the network's
    std::uint64_t caches = 0;  ///< keys and values of one request
    std::uint64_t codec = 0;   ///< its weights and one window

    [[nodiscard]] std::uint64_t total() const noexcept { return weights + caches + codec; }
};

/// What the released model takes on a device ("cpu", "cuda:0", "mps") in a number format, for the longest request.
/// Zeros for a format that such a device doesn't have. Any thread.
[[nodiscard]] MemoryNeed releasedModelNeed(const std::string& device, const std::string& dtype);

/// The same of this model, with the caches of a request of so many rows of codes, a voice's included, and bytes of
/// text. `device` and `dtype` count, those of the options don't. Reads headers alone. Errors: those of opening a model.
/// Any thread.
[[nodiscard]] Result<MemoryNeed> modelNeed(const ModelOptions& model, const std::string& device,
                                           const std::string& dtype, std::int64_t rows, std::int64_t textBytes);

} // namespace parley
