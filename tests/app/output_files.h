// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/tensor_source.h"
#include "engine/files/folder.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace parley::test {

/// The samples of a sound file at 44.1 kHz; empty where it can't be read.
[[nodiscard]] std::vector<float> samplesOf(const std::filesystem::path& path);

/// Writes a sound of one value throughout, 16 bits, at 44.1 kHz.
void putSound(const Folder& folder, const char* name, std::size_t samples, float value);

/// A tensor of a file that the program wrote; empty where there is none of that name and type (float or std::int64_t).
template <typename T>
[[nodiscard]] std::vector<T> tensorOf(const std::filesystem::path& path, const std::string& name);

/// Writes one matrix [rows, channels] of whole numbers under a name.
void writeMatrix(const std::filesystem::path& path, const std::string& name, std::span<const std::int64_t> values,
                 std::int64_t channels);

} // namespace parley::test
