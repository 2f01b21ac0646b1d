// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/self_test_case.h"

#include "accelerator/cuda_plugin.h"
#include "accelerator/forced_steps.h"
#include "backend/device_memory.h"
#include "backend/host_values.h"
#include "checkpoint/random_tensors.h"
#include "codec/dac_model.h"
#include "codec/streaming_decoder.h"
#include "files/stop.h"
#include "model/decode_step.h"
#include "model/dia_model.h"
#include "runtime/make_speaker.h"
#include "runtime/model_loader.h"
#include "runtime/ops_check.h"
#include "runtime/replay_check.h"
#include "runtime/step_comparison.h"

#include <ATen/core/Tensor.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <string_view>

namespace parley::runtime {

namespace {

constexpr std::int64_t kSteps = 64;
constexpr std::int64_t kFrames = 130; ///< a first window, and one of full length
constexpr std::string_view kText = "\1 This is how a machine tries itself. \2 (laughs)";

ModelOptions smallModel() {
    return {.demo = true};
}

std::vector<std::uint8_t> text() {
    return {kText.begin(), kText.end()};
}

/// The same logits from all tokens at once.
std::vector<float> allAtOnce(const model::DiaModel& dia, std::span<const std::int64_t> tokens,
                             const std::stop_token& stop) {
    const std::int64_t channels = dia.config().decoder.channels;
    const std::int64_t each = channels * dia.config().decoder.vocab;
    const model::TextMemory memory = dia.decoder().remember(dia.encoder()(text(), stop), stop);
    const at::Tensor rows = backend::idTensor(tokens, {1, kSteps, channels});
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

} // namespace

SelfTestCase::SelfTestCase(const std::stop_token& stop) {
    const model::DiaModel dia(openDiaFiles(smallModel()), {}, stop, {});
    m_tokens = stepThrough(dia, text(), kSteps, {}, stop).tokens;
    m_logits = allAtOnce(dia, m_tokens, stop);
    const codec::DacModel dac(openDacFiles(smallModel()), stop, {});
    m_codes = someCodes(dac.config());
    m_sound = dac.decode(m_codes, 0, kFrames, stop);
}

SelfTestErrors SelfTestCase::errorsOf(const backend::ComputeTarget& target, const std::stop_token& stop) const {
    backend::prepareDevice(target.device);
    const checkpoint::DiaFiles files = openDiaFiles(smallModel());
    SelfTestErrors errors =
        backend::isAccelerated(target.profile)
            ? deviceErrors(files, target, stop)
            : networkErrors(
                  stepThrough(model::DiaModel(files, target, stop, {}), text(), kSteps, m_tokens, stop).logits,
                  files.config.decoder.channels);
    const std::unique_ptr<codec::Codec> dac = loadCodec(openDacFiles(smallModel()), target, stop, {});
    errors.sound = difference(m_sound, inWindows(*dac, target.profile.codecWindows, m_codes, stop)).largest;
    return errors;
}

SelfTestErrors SelfTestCase::networkErrors(std::span<const float> logits, std::int64_t channels) const {
    const Difference network = difference(m_logits, logits);
    return {.largest = network.largest,
            .rms = network.rms,
            .otherChoices = otherChoices(m_logits, logits, kSteps, channels)};
}

/// Also its own kernels in Dia's shapes, and steps that are recorded.
SelfTestErrors SelfTestCase::deviceErrors(const checkpoint::DiaFiles& files, const backend::ComputeTarget& target,
                                          const std::stop_token& stop) const {
    const accelerator::DeviceOps& ops = accelerator::opsFor(target);
    const accelerator::Network network(files, target, ops, stop, {});
    SelfTestErrors errors =
        networkErrors(accelerator::forcedSteps(network, text(), m_tokens, stop), files.config.decoder.channels);
    const OpsErrors own = &ops == &accelerator::torchOps() ? OpsErrors{} : checkOps(ops, target);
    errors.largest = std::max(errors.largest, own.largest);
    errors.otherChoices =
        std::max({errors.otherChoices, own.otherDraws, replayDifference(network, graphMaker(target), text(), stop)});
    return errors;
}

} // namespace parley::runtime
