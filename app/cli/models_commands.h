// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/interrupt.h"

#include <filesystem>
#include <string>

namespace parley::cli {

/// What is here and what can be had. Each of these returns the exit status.
[[nodiscard]] int listModels(bool asJson);

struct DownloadFlags {
    std::string source;       ///< id, repository or address
    std::filesystem::path to; ///< empty: a folder of its own in the models folder
    bool evenIfHere = false;
    bool withoutCodec = false;
};
/// Brings a model, and its codec unless one is here. Ctrl-C keeps what came.
[[nodiscard]] int downloadModel(const DownloadFlags& flags, Interrupt& interrupt);

/// Reads everything of a model, or of all, and compares hashes. Ctrl-C ends it.
[[nodiscard]] int verifyModels(const std::string& name, Interrupt& interrupt);

struct QuantizeFlags {
    std::string model;
    std::string format = "int8";
    std::string generation;   ///< where the checkpoint doesn't tell
    std::filesystem::path to; ///< empty: a folder of its own in the models folder
};
/// Makes a smaller copy of a model and prints how it differs. Ctrl-C leaves nothing.
[[nodiscard]] int quantizeModel(const QuantizeFlags& flags, Interrupt& interrupt);

[[nodiscard]] int printModelPath(const std::string& name);
[[nodiscard]] int removeModel(const std::string& name);
/// Adds a folder to those that are looked through; nothing is copied.
[[nodiscard]] int importFolder(const std::filesystem::path& folder);
/// Makes a model the one that `say` and the window take.
[[nodiscard]] int useModel(const std::string& name);

} // namespace parley::cli
