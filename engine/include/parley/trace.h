// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/listener.h"
#include "parley/model_options.h"

#include <filesystem>
#include <stop_token>
#include <string_view>

namespace parley {

/// Feeds given tokens to the network and writes what it computes: text_tokens [T] int64, encoder_out [2, T, D] and
/// logits [S, 2, C, V] float32; of each pair, the unconditional row comes first. Blocks.
/// Errors: those of loading, ScriptInvalid, OptionInvalid (tokens of another shape), Cancelled.
[[nodiscard]] Result<std::monostate> writeTrace(const ModelOptions& options, std::string_view text, const Codes& tokens,
                                                const std::filesystem::path& out, const std::stop_token& stop);

} // namespace parley
