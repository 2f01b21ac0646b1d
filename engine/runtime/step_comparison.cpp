// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/step_comparison.h"

#include "files/stop.h"
#include "model/decode_step.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace parley::runtime {

namespace {

constexpr float kGuidance = 3;

/// The most likely id of each channel, with guidance; logits [2, C, V].
std::vector<std::int64_t> choices(std::span<const float> logits, std::size_t channels) {
    const std::size_t vocab = logits.size() / 2 / channels;
    std::vector<std::int64_t> best(channels);
    for (std::size_t channel = 0; channel < channels; ++channel) {
        const auto guided = [&](std::size_t id) {
            const float conditional = logits[(channels + channel) * vocab + id];
            return conditional + kGuidance * (conditional - logits[channel * vocab + id]);
        };
        for (std::size_t id = 1; id < vocab; ++id) {
            const auto before = static_cast<std::size_t>(best[channel]);
            best[channel] = guided(id) > guided(before) ? static_cast<std::int64_t>(id) : best[channel];
        }
    }
    return best;
}

} // namespace

Stepped stepThrough(const model::DiaModel& dia, std::span<const std::uint8_t> text, std::int64_t steps,
                    std::span<const std::int64_t> given, const std::stop_token& stop) {
    const auto channels = static_cast<std::size_t>(dia.config().decoder.channels);
    const model::TextMemory memory = dia.decoder().remember(dia.encoder()(text, stop), stop);
    model::SequenceCache unconditional = dia.decoder().makeCache(steps);
    model::SequenceCache conditional = dia.decoder().makeCache(steps);
    model::DecodeStep decodeStep(dia.decoder().weights());
    Stepped all;
    std::vector<std::int64_t> next(channels, dia.config().bos);
    for (std::int64_t step = 0; step < steps; ++step) {
        files::throwIfStopped(stop);
        if (!given.empty()) {
            const auto own = given.subspan(static_cast<std::size_t>(step) * channels, channels);
            next.assign(own.begin(), own.end());
        }
        all.tokens.insert(all.tokens.end(), next.begin(), next.end());
        std::vector<std::int64_t> both(next);
        both.insert(both.end(), next.begin(), next.end());
        const std::vector<model::DecoderRow> rows = {{&unconditional, nullptr, step}, {&conditional, &memory, step}};
        const std::span<const float> logits = decodeStep(both, rows);
        all.logits.insert(all.logits.end(), logits.begin(), logits.end());
        next = choices(logits, channels);
    }
    return all;
}

Difference difference(std::span<const float> right, std::span<const float> measured) {
    constexpr double kWrong = std::numeric_limits<double>::infinity();
    if (right.size() != measured.size() || right.empty()) {
        return {kWrong, kWrong};
    }
    const auto [low, high] = std::minmax_element(right.begin(), right.end());
    const double range = static_cast<double>(*high) - static_cast<double>(*low);
    double largest = 0;
    double squares = 0;
    for (std::size_t i = 0; i < right.size(); ++i) {
        const double off = std::abs(static_cast<double>(measured[i]) - static_cast<double>(right[i]));
        if (!std::isfinite(off)) {
            return {kWrong, kWrong};
        }
        largest = std::max(largest, off);
        squares += off * off;
    }
    return {largest / range, std::sqrt(squares / static_cast<double>(right.size())) / range};
}

double otherChoices(std::span<const float> right, std::span<const float> measured, std::int64_t steps,
                    std::int64_t channels) {
    const std::size_t each = right.size() / static_cast<std::size_t>(steps);
    double others = 0;
    for (std::size_t step = 0; step < static_cast<std::size_t>(steps); ++step) {
        const auto wanted = choices(right.subspan(step * each, each), static_cast<std::size_t>(channels));
        const auto chosen = choices(measured.subspan(step * each, each), static_cast<std::size_t>(channels));
        for (std::size_t channel = 0; channel < wanted.size(); ++channel) {
            others += wanted[channel] == chosen[channel] ? 0 : 1;
        }
    }
    return others / static_cast<double>(steps) / static_cast<double>(channels);
}

} // namespace parley::runtime
