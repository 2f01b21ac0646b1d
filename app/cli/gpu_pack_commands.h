// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/models_commands.h"

#include <nlohmann/json_fwd.hpp>

namespace parley::cli {

// What the models' commands do for a GPU pack (decision 0020). Those that return a number return the exit status.

/// Whether a person means a GPU pack by that name: "gpu-pack", this program's own, or the name of a folder of one.
[[nodiscard]] bool isGpuPack(const std::string& name);

/// The same, or the path of one that was brought to another folder.
[[nodiscard]] bool isGpuPackHere(const std::string& nameOrPath);

/// Brings this program's own pack. One that can't use it refuses, unless a folder is named: for another machine.
[[nodiscard]] int downloadGpuPack(const DownloadFlags& flags, Interrupt& interrupt);
[[nodiscard]] int verifyGpuPack(const std::string& name, const std::stop_token& stop);
/// Those that are on this machine.
[[nodiscard]] int verifyGpuPacks(const std::stop_token& stop);
[[nodiscard]] int removeGpuPack(const std::string& name);
[[nodiscard]] int printGpuPackPath(const std::string& name);

/// The packs on this machine, for `models list`.
void printGpuPacksHere();
/// The pack that can be had, where it helps.
void printGpuPackToHave();
/// Adds "gpu_packs", and the one that can be had to "available".
void addGpuPacks(nlohmann::json& json);

} // namespace parley::cli
