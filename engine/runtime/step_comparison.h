// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dia_model.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace parley::runtime {

/// What stepping gave.
struct Stepped {
    std::vector<std::int64_t> tokens; ///< [steps, C]
    std::vector<float> logits;        ///< [steps, 2, C, V], the unconditional row first
};

/// Steps on the CPU over given tokens [steps, C], or over the likeliest ones, with guidance, where there are none.
/// Throws EngineError (Cancelled, NumericFailure).
[[nodiscard]] Stepped stepThrough(const model::DiaModel& dia, std::span<const std::uint8_t> text, std::int64_t steps,
                                  std::span<const std::int64_t> given, const std::stop_token& stop);

struct Difference {
    double largest = 0; ///< as a share of the range that the right values take
    double rms = 0;
};
/// Infinite where lengths differ or anything is no number.
[[nodiscard]] Difference difference(std::span<const float> right, std::span<const float> measured);

/// The share of the likeliest tokens, with guidance, that are others; logits [steps, 2, C, V].
[[nodiscard]] double otherChoices(std::span<const float> right, std::span<const float> measured, std::int64_t steps,
                                  std::int64_t channels);

} // namespace parley::runtime
