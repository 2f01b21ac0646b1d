// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/profile.h"
#include "checkpoint/dac_layout.h"

#include <cstdint>

namespace parley::codec {

/// Bytes that a codec takes: its weights as they are rearranged, and what is computed on the way for one window.
[[nodiscard]] std::uint64_t memoryBytes(const checkpoint::DacConfig& config, const backend::CodecWindows& windows);

} // namespace parley::codec
