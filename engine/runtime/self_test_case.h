// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/device.h"
#include "checkpoint/model_files.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace parley::runtime {

/// Largest difference of samples, as a share of their range. The small codec is untrained, and makes this much of the
/// rounding in fast convolutions, whose tiles begin elsewhere in each window.
inline constexpr double kSoundTolerance = 0.02;

/// How far a device is from the oracle; SelfTestVerdict says of what these are shares.
struct SelfTestErrors {
    double largest = 0;
    double rms = 0;
    double otherChoices = 0;
    double sound = 0;
};

/// The small model that every program makes for itself, with tokens that it chose, and what the CPU makes of them in
/// float32: all steps at once through the products for many rows, the sound in one piece. A device under test goes step
/// by step and window by window. All of it throws EngineError (Cancelled).
class SelfTestCase {
public:
    explicit SelfTestCase(const std::stop_token& stop);

    [[nodiscard]] SelfTestErrors errorsOf(const backend::ComputeTarget& target, const std::stop_token& stop) const;

private:
    [[nodiscard]] SelfTestErrors networkErrors(std::span<const float> logits, std::int64_t channels) const;
    [[nodiscard]] SelfTestErrors deviceErrors(const checkpoint::DiaFiles& files, const backend::ComputeTarget& target,
                                              const std::stop_token& stop) const;

    std::vector<std::int64_t> m_tokens; ///< [steps, C]
    std::vector<float> m_logits;        ///< [steps, 2, C, V], the unconditional row first
    std::vector<std::int64_t> m_codes;  ///< [frames, C]
    std::vector<float> m_sound;         ///< [frames · hop]
};

} // namespace parley::runtime
