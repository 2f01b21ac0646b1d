// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace parley {

/// Rows of codes in a second of sound, as many as steps and the codec's frames: 44,100 Hz in frames of 512 samples.
inline constexpr double kRowsPerSecond = 44100.0 / 512;

} // namespace parley
