// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace parley::cli {

/// One script and the sound file that it becomes.
struct ScriptJob {
    std::string text;
    std::filesystem::path out;
};

/// Collects what is to be said and where it goes. With several scripts, or where `out` is a folder, each sound file
/// gets its script's name in that folder. A script file loses one line break at its end and a byte-order mark, as
/// editors put them there; a text from the command line is kept to the byte. "-" reads standard input.
[[nodiscard]] Result<std::vector<ScriptJob>> collectScripts(const std::optional<std::string>& text,
                                                            const std::vector<std::string>& scripts,
                                                            const std::filesystem::path& out);

} // namespace parley::cli
