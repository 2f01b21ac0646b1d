// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine_speed/parts.h"
#include "noise.h"
#include "parley/devices.h"
#include "parley/engine.h"

#include <cmath>
#include <future>
#include <optional>
#include <stdexcept>

namespace parley::benchmarks {

namespace {

constexpr std::int64_t kHop = 512;
constexpr std::int64_t kDelayRows = 15; // the last channel's, and so the rows behind the last whole frame
constexpr std::int64_t kSeed = 7;

std::int64_t framesOf(double seconds) {
    return static_cast<std::int64_t>(std::ceil(seconds * kSampleRate / static_cast<double>(kHop)));
}

class Loaded final : public LoadListener {
public:
    void onLoaded(const LoadedInfo& info) override { m_info.set_value(info); }
    void onFailed(const Error& error) override {
        m_info.set_exception(std::make_exception_ptr(std::runtime_error(error.message())));
    }
    LoadedInfo wait() { return m_info.get_future().get(); }

private:
    std::promise<LoadedInfo> m_info;
};

class Spoken final : public Listener {
public:
    void onFinished(const Speech& speech) override { m_speech.set_value(speech); }
    void onCancelled(const Speech&) override { fail("cancelled"); }
    void onFailed(const Error& error, const Speech&) override { fail(error.message()); }
    Speech wait() { return m_speech.get_future().get(); }

private:
    void fail(const std::string& why) { m_speech.set_exception(std::make_exception_ptr(std::runtime_error(why))); }
    std::promise<Speech> m_speech;
};

/// A script of that length: one turn.
std::string scriptOf(std::int64_t bytes) {
    std::string script = "[S1] ";
    script.resize(static_cast<std::size_t>(std::max<std::int64_t>(bytes, 8)), 'a');
    script.back() = '.';
    return script;
}

Speech speak(const Settings& settings, std::int64_t maxTokens, std::optional<VoicePrompt> voice) {
    Request request{scriptOf(settings.textBytes), std::move(voice), {}};
    request.options.maxTokens = maxTokens;
    request.options.seed = kSeed;
    Engine engine(settings.model);
    const auto listener = std::make_shared<Spoken>();
    engine.submit(request, listener);
    return listener->wait();
}

Row rowOf(const Speech& speech) {
    const Figures& f = speech.figures;
    return {{"device", speech.device},
            {"steps", speech.steps},
            {"sound_s", speech.sound.seconds()},
            {"load_s", f.load},
            {"prefill_s", f.prefill},
            {"decode_s", f.decode},
            {"codec_s", f.codec},
            {"all_but_load_s", f.prefill + f.decode + f.codec},
            {"first_audio_s", f.firstAudio},
            {"tokens_per_s", static_cast<double>(speech.steps) / f.decode},
            {"peak_gb", static_cast<double>(peakResidentBytes()) / 1e9}};
}

} // namespace

void measureLoad(const Settings& settings, const Report& report) {
    Engine engine;
    const auto listener = std::make_shared<Loaded>();
    engine.use(settings.model, listener);
    const LoadedInfo info = listener->wait();
    report({{"device", info.device},
            {"load_s", info.seconds},
            {"peak_gb", static_cast<double>(peakResidentBytes()) / 1e9}});
    // The next load is to find the packed weights.
    if (const auto kept = engine.finishCaching({}); !kept) {
        throw std::runtime_error(kept.error().message());
    }
}

void measureJob(const Settings& settings, const Report& report) {
    report(rowOf(speak(settings, framesOf(settings.soundSeconds) + kDelayRows + 1, std::nullopt)));
}

void measurePrefill(const Settings& settings, const Report& report) {
    const std::int64_t rows = framesOf(settings.soundSeconds);
    AudioClip sound{noise(static_cast<std::size_t>(rows * kHop), kSoundAmplitude), kSampleRate};
    const std::int64_t second = framesOf(1); // of new sound, so that the first of it is heard
    const Speech speech = speak(settings, rows + second + kDelayRows + 1,
                                VoicePrompt{std::move(sound), scriptOf(settings.textBytes), "voice"});
    Row row = rowOf(speech);
    row["voice_rows"] = rows;
    row["prefill_rows_per_s"] = static_cast<double>(2 * rows) / speech.figures.prefill;
    report(row);
}

} // namespace parley::benchmarks
