// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <string_view>

namespace parley::checkpoint {

/// Parses JSON from a file that may mean harm: nesting is limited and a key may not come twice in one object (two
/// readers could see two different files). `what` names the text in the message, e.g. "the header". Throws EngineError
/// (CheckpointCorrupt).
[[nodiscard]] nlohmann::json parseCheckedJson(std::string_view text, const std::filesystem::path& path,
                                              std::string_view what);

} // namespace parley::checkpoint
