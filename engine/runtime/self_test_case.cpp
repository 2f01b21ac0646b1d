// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/self_test_case.h"

#include "accelerator/forced_steps.h"
#include "backend/device_memory.h"
#include "checkpoint/random_tensors.h"
#include "codec/dac_model.h"
#include "codec/streaming_decoder.h"
#include "files/stop.h"
#include "model/decode_step.h"
#include "model/dia_model.h"
#include "runtime/model_loader.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/empty.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <string_view>

namespace parley::runtime {

namespace {

constexpr std::int64_t kSteps = 64;
constexpr std::int64_t kFrames = 130; ///< a first window, and one of full length
constexpr float kGuidance = 3;
constexpr std::string_view kText = "\1 This is how a machine tries itself. \2 (laughs)";

ModelOptions smallModel() {
    return {.demo = true};
}

std::vector<std::uint8_t> text() {
    return {kText.begin(), kText.end()};
}

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

/// What stepping gave.
struct Stepped {
    std::vector<std::int64_t> tokens; ///< [steps, C]
    std::vector<float> logits;        ///< [steps, 2, C, V]
};

/// Steps over given tokens, or over its own choices where there are none.
Stepped stepThrough(const model::DiaModel& dia, std::span<const std::int64_t> given, const std::stop_token& stop) {
    const auto channels = static_cast<std::size_t>(dia.config().decoder.channels);
    const model::TextMemory memory = dia.decoder().remember(dia.encoder()(text(), stop), stop);
    model::SequenceCache unconditional = dia.decoder().makeCache(kSteps);
    model::SequenceCache conditional = dia.decoder().makeCache(kSteps);
    model::DecodeStep decodeStep(dia.decoder().weights());
    Stepped all;
    std::vector<std::int64_t> next(channels, dia.config().bos);
    for (std::int64_t step = 0; step < kSteps; ++step) {
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

/// The same logits from all tokens at once.
std::vector<float> allAtOnce(const model::DiaModel& dia, std::span<const std::int64_t> tokens,
                             const std::stop_token& stop) {
    const std::int64_t channels = dia.config().decoder.channels;
    const std::int64_t each = channels * dia.config().decoder.vocab;
    const model::TextMemory memory = dia.decoder().remember(dia.encoder()(text(), stop), stop);
    at::Tensor rows = at::empty({1, kSteps, channels}, at::kLong);
    std::copy(tokens.begin(), tokens.end(), rows.mutable_data_ptr<std::int64_t>());
    std::vector<float> logits(static_cast<std::size_t>(2 * kSteps * each));
    for (const bool isConditional : {false, true}) {
        model::SequenceCache cache = dia.decoder().makeCache(kSteps);
        const model::DecoderRow row{&cache, isConditional ? &memory : nullptr, 0};
        const at::Tensor own = dia.decoder().logits(dia.decoder().forward(rows, std::span(&row, 1), stop)); // [S, C, V]
        const auto* const from = own.const_data_ptr<float>();
        for (std::int64_t step = 0; step < kSteps; ++step) {
            std::copy_n(from + step * each, each, logits.begin() + (2 * step + (isConditional ? 1 : 0)) * each);
        }
    }
    return logits;
}

/// Codes without meaning, the same everywhere.
std::vector<std::int64_t> someCodes(const checkpoint::DacConfig& config) {
    std::vector<std::int64_t> codes(static_cast<std::size_t>(kFrames * config.codebooks));
    for (std::size_t i = 0; i < codes.size(); ++i) {
        codes[i] = static_cast<std::int64_t>((i * 2654435761U) % static_cast<std::size_t>(config.codebookSize));
    }
    return codes;
}

std::vector<float> inWindows(const codec::Codec& dac, const backend::CodecWindows& windows,
                             std::span<const std::int64_t> codes, const std::stop_token& stop) {
    codec::StreamingDecoder decoder(dac, windows);
    decoder.push(codes);
    std::vector<float> sound;
    for (std::vector<float> next = decoder.drain(stop); !next.empty(); next = decoder.drain(stop)) {
        sound.insert(sound.end(), next.begin(), next.end());
    }
    return sound;
}

struct Difference {
    double largest = 0; ///< as a share of the range that the right values take
    double rms = 0;
};

/// Infinite where lengths differ or anything is no number.
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

double otherChoices(std::span<const float> right, std::span<const float> measured, std::size_t channels) {
    const std::size_t each = right.size() / static_cast<std::size_t>(kSteps);
    double others = 0;
    for (std::size_t step = 0; step < static_cast<std::size_t>(kSteps); ++step) {
        const auto wanted = choices(right.subspan(step * each, each), channels);
        const auto chosen = choices(measured.subspan(step * each, each), channels);
        for (std::size_t channel = 0; channel < channels; ++channel) {
            others += wanted[channel] == chosen[channel] ? 0 : 1;
        }
    }
    return others / static_cast<double>(kSteps) / static_cast<double>(channels);
}

} // namespace

SelfTestCase::SelfTestCase(const std::stop_token& stop) {
    const model::DiaModel dia(openDiaFiles(smallModel()), {}, stop, {});
    m_tokens = stepThrough(dia, {}, stop).tokens;
    m_logits = allAtOnce(dia, m_tokens, stop);
    const codec::DacModel dac(openDacFiles(smallModel()), stop, {});
    m_codes = someCodes(dac.config());
    m_sound = dac.decode(m_codes, 0, kFrames, stop);
}

SelfTestErrors SelfTestCase::errorsOf(const backend::ComputeTarget& target, const std::stop_token& stop) const {
    backend::prepareDevice(target.device);
    const checkpoint::DiaFiles files = openDiaFiles(smallModel());
    const std::vector<float> logits =
        backend::isAccelerated(target.profile)
            ? accelerator::forcedSteps(accelerator::Network(files, target, stop, {}), text(), m_tokens, stop)
            : stepThrough(model::DiaModel(files, target, stop, {}), m_tokens, stop).logits;
    const Difference network = difference(m_logits, logits);
    const std::unique_ptr<codec::Codec> dac = loadCodec(openDacFiles(smallModel()), target, stop, {});
    const Difference sound = difference(m_sound, inWindows(*dac, target.profile.codecWindows, m_codes, stop));
    return {.largest = network.largest,
            .rms = network.rms,
            .otherChoices = otherChoices(m_logits, logits, static_cast<std::size_t>(files.config.decoder.channels)),
            .sound = sound.largest};
}

} // namespace parley::runtime
