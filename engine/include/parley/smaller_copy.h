// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"
#include "parley/model_options.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

namespace parley {

struct SmallerCopyOptions {
    ModelOptions model{};           ///< what to copy; its device and format don't count
    std::string format = "int8";    ///< or "int4"
    std::filesystem::path folder{}; ///< to be made, with model.safetensors and config.json; must not be there
};

/// What a smaller copy will take.
struct CopyForecast {
    std::uint64_t bytesBefore = 0; ///< of the original's files
    std::uint64_t bytes = 0;       ///< of the copy's, exact but for a kilobyte
    std::uint64_t memory = 0;      ///< of the network's weights, computed with in the copy's format on the CPU
    std::uint64_t memoryIn16 = 0;  ///< the same in bfloat16
};

/// Reads headers alone; only `model`, `config` and `generation` count. Errors: those of opening a model, OptionInvalid
/// (format), DTypeUnsupported (widths). Any thread.
[[nodiscard]] Result<CopyForecast> forecastCopy(const ModelOptions& model, const std::string& format);

/// What was made, and how it differs from what it was made of.
struct SmallerCopy {
    std::filesystem::path folder;
    std::uint64_t bytesBefore = 0; ///< of the weights' files
    std::uint64_t bytes = 0;
    int steps = 0;              ///< over which the following was measured, on the CPU
    std::string comparedWith{}; ///< format of the original: "float32", or "bfloat16" where memory is short
    double rmsError = 0;        ///< of the logits, as a share of the range that they take
    double otherChoices = 0;    ///< share of the likeliest tokens that are others, with guidance
};

/// Writes a copy whose matrices that each step reads are held in 8 or 4 bits, the rest in 16, and measures it. It is
/// used like any other checkpoint, on any device; in its own format it speaks as the original does in that format.
/// Blocks; about as long as reading the original twice. `onProgress` is called from any compute thread, one at a time.
/// Errors: those of opening a model, OptionInvalid (format, folder), FileUnwritable, DiskFull (asked before a byte is
/// written), OutOfMemory, Cancelled; nothing is left behind then.
using OnCopied = std::function<void(std::uint64_t done, std::uint64_t total)>;
[[nodiscard]] Result<SmallerCopy> makeSmallerCopy(const SmallerCopyOptions& options, const OnCopied& onProgress,
                                                  const std::stop_token& stop);

} // namespace parley
