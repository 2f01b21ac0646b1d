// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/request_check.h"

#include "parley/error.h"
#include "parley/script.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <sstream>

namespace parley::runtime {

namespace {

/// Below this peak there is nothing to hear, let alone a voice: −80 dB of full scale.
constexpr float kSilence = 1e-4F;

std::string plain(double value) {
    std::ostringstream text;
    text << value;
    return text.str();
}

void requireBetween(const char* option, double value, double low, double high) {
    // Written so that NaN fails.
    if (!(value >= low && value <= high)) {
        throw EngineError(ErrorCode::OptionInvalid, optionPhrase(option, plain(value)), phrase("is out of range"),
                          phrase("use %1 to %2", plain(low), plain(high)));
    }
}

std::int64_t frameCount(const AudioClip& clip, std::int64_t hop) {
    return (static_cast<std::int64_t>(clip.samples.size()) + hop - 1) / hop;
}

void checkVoice(const VoicePrompt& voice, std::int64_t maxTokens, std::int64_t maxDelay, std::int64_t hop) {
    const auto refuse = [&](const Phrase& problem, const Phrase& remedy) {
        throw EngineError(ErrorCode::AudioUnreadable, verbatim(voice.name), problem, remedy);
    };
    if (voice.sound.samples.empty()) {
        refuse(phrase("holds no sound"), phrase("use a recording of 5 to 10 seconds"));
    }
    float peak = 0.0F;
    for (const float sample : voice.sound.samples) {
        peak = std::max(peak, std::abs(sample));
    }
    if (peak < kSilence) {
        refuse(phrase("is silent"), phrase("use a recording of 5 to 10 seconds"));
    }
    // The voice's rows, the first row, the delay's, and one to speak in.
    const std::int64_t frames = frameCount(voice.sound, hop);
    const std::int64_t room = maxTokens - maxDelay - 2;
    if (frames > room) {
        const double most = static_cast<double>(std::max<std::int64_t>(room, 0) * hop) / kSampleRate;
        refuse(phrase("is %1 s long (%2 rows), which leaves no room to speak within %3 tokens",
                      plain(std::round(voice.sound.seconds() * 10) / 10), frames, maxTokens),
               phrase("cut it below %1 s, or raise %2", plain(std::floor(most * 10) / 10), "--max-tokens"));
    }
}

std::uint64_t chooseSeed(std::int64_t seed) {
    if (seed < -1) {
        throw EngineError(ErrorCode::OptionInvalid, optionPhrase("--seed", std::to_string(seed)),
                          phrase("is out of range"), phrase("use 0 or more, or -1 to draw one"));
    }
    return seed == -1 ? std::random_device{}() : static_cast<std::uint64_t>(seed);
}

sampling::SamplerOptions checkSampling(const GenerationOptions& options, std::int64_t vocab) {
    requireBetween("--cfg-scale", options.cfgScale, 0.0, 100.0);
    requireBetween("--temperature", options.temperature, 0.0, 100.0);
    if (!(options.topP > 0.0 && options.topP <= 1.0)) {
        throw EngineError(ErrorCode::OptionInvalid, optionPhrase("--top-p", plain(options.topP)),
                          phrase("is out of range"), phrase("use more than 0, up to 1"));
    }
    if (options.topK < sampling::kMinTopK || options.topK > vocab) {
        throw EngineError(
            ErrorCode::OptionInvalid, optionPhrase("--top-k", std::to_string(options.topK)), phrase("is out of range"),
            phrase("use %1 to %2: fewer can leave nothing but special ids to choose from", sampling::kMinTopK, vocab));
    }
    return {.cfgScale = static_cast<float>(options.cfgScale),
            .temperature = static_cast<float>(options.temperature),
            .topP = static_cast<float>(options.topP),
            .topK = options.topK,
            .seed = chooseSeed(options.seed)};
}

} // namespace

CheckedRequest checkRequest(const Request& request, const checkpoint::DiaConfig& dia,
                            const checkpoint::DacConfig& dac) {
    const std::int64_t maxDelay = *std::max_element(dia.delay.begin(), dia.delay.end());
    CheckedRequest checked;
    checked.maxTokens = request.options.maxTokens.value_or(dia.decoder.maxPositions);
    // The first row, the delay's, and one to speak in.
    requireBetween("--max-tokens", static_cast<double>(checked.maxTokens), static_cast<double>(maxDelay + 2),
                   static_cast<double>(dia.decoder.maxPositions));
    checked.sampler = checkSampling(request.options, dia.decoder.vocab);
    if (request.script.find_first_not_of(" \t\r\n") == std::string::npos) {
        throw EngineError(ErrorCode::ScriptInvalid, phrase("the script"), phrase("is empty"),
                          phrase("write what is to be said"));
    }
    std::string text = request.script;
    if (request.voice) {
        checkVoice(*request.voice, checked.maxTokens, maxDelay, dac.hop());
        if (!request.voice->transcript.empty()) {
            text = joinTranscript(request.voice->transcript, request.script);
        }
    }
    Result<std::vector<std::uint8_t>> bytes = encodeScript(text, static_cast<std::size_t>(dia.encoder.maxPositions));
    if (!bytes) {
        throw EngineError(bytes.error());
    }
    checked.text = std::move(bytes).value();
    return checked;
}

} // namespace parley::runtime
