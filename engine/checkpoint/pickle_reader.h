// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/pickle_value.h"

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace parley::checkpoint {

/// A released checkpoint's pickle has some ten thousand bytes.
inline constexpr std::uint64_t kMaxPickleBytes = std::uint64_t{64} << 20;

/// Reads a pickle of protocol 2 to 5 (https://docs.python.org/3/library/pickletools.html) as torch writes it. Runs
/// nothing: only plain values and torch's tensors are built, and anything else that the pickle names is refused by
/// that name. `path` is for messages. Throws EngineError: CheckpointCorrupt, UnsupportedLayout.
[[nodiscard]] PickleTree readPickle(std::string_view bytes, const std::filesystem::path& path);

} // namespace parley::checkpoint
