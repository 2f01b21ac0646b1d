// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/audio.h"
#include "parley/listener.h"
#include "parley/model_options.h"

#include <filesystem>
#include <optional>
#include <stop_token>

namespace parley {

/// Sound to codes. Needs options.codec (or demo) alone; blocks. Errors: the codec's files, AudioUnreadable, Cancelled.
[[nodiscard]] Result<Codes> encodeSound(const ModelOptions& options, const AudioClip& clip,
                                        const std::stop_token& stop);

/// Codes to sound. Errors: as above, OptionInvalid for codes that the codec doesn't have.
[[nodiscard]] Result<AudioClip> decodeCodes(const ModelOptions& options, const Codes& codes,
                                            const std::stop_token& stop);

/// Reads the tensor `key`, whole numbers [rows, channels], from a safetensors file.
[[nodiscard]] Result<Codes> readCodes(const std::filesystem::path& path, const std::string& key);

/// Checks, without writing anything, that a file can be made there. Errors: FileUnwritable.
[[nodiscard]] Result<std::monostate> checkCodesTarget(const std::filesystem::path& path);

/// Writes `codes` and, if given, `tokens` as int64 into a safetensors file.
[[nodiscard]] Result<std::monostate> writeCodes(const std::filesystem::path& path, const Codes& codes,
                                                const std::optional<Codes>& tokens);

} // namespace parley
