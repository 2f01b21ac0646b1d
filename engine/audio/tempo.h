// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

namespace parley {

inline constexpr double kMinSpeed = 0.5;
inline constexpr double kMaxSpeed = 2.0;

/// round(n / speed) mono samples with the pitch of the n given ones. speed 1.0 returns them to the bit.
/// Throws EngineError OptionInvalid: speed outside kMinSpeed to kMaxSpeed. Any thread.
[[nodiscard]] std::vector<float> stretch(std::span<const float> samples, int sampleRate, double speed);

} // namespace parley
