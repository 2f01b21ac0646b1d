// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/engine.h"
#include "support/recording_listener.h"

#include <QTest>
#include <cmath>
#include <latch>

using namespace parley;
using namespace parley::test;

namespace {

constexpr std::int64_t kRows = 200;

Request request(std::string script = "[S1] Hello. [S2] Hi there.") {
    return {std::move(script), std::nullopt, {.maxTokens = kRows, .seed = 5}};
}

VoicePrompt voice(double seconds, float level = 0.3F) {
    VoicePrompt prompt{{}, "[S1] This is me.", "voice.wav"};
    prompt.sound.samples.resize(static_cast<std::size_t>(seconds * kSampleRate));
    for (std::size_t i = 0; i < prompt.sound.samples.size(); ++i) {
        prompt.sound.samples[i] = level * std::sin(static_cast<float>(i) * 0.05F);
    }
    return prompt;
}

std::shared_ptr<RecordingListener> speak(Engine& engine, Request what, const std::stop_token& stop = {}) {
    auto listener = std::make_shared<RecordingListener>();
    engine.submit(std::move(what), listener, stop);
    listener->wait();
    return listener;
}

} // namespace

Q_DECLARE_METATYPE(std::function<void(parley::Request&)>)

class TestEngine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reportsEverythingInOrder();
    void speaksInAVoice();
    void refusesBadRequests_data();
    void refusesBadRequests();
    void survivesAFailedJob();
    void warnsAndSpeaksAllTheSame();
    void cancelsInEveryPhase_data();
    void cancelsInEveryPhase();
    void cancelsWhatWaitsForAModel();
    void destructionEndsWhatWaits();

private:
    ModelOptions m_demo{.demo = true};
};

void TestEngine::reportsEverythingInOrder() {
    Engine engine(m_demo);
    const auto heard = speak(engine, request());
    QCOMPARE(heard->ending, std::string("finished"));
    QVERIFY(heard->loadedAll && heard->stepsInOrder && heard->firstSoundBeforeLastStep);
    const Speech& speech = heard->speech;
    QCOMPARE(speech.steps, heard->steps);
    QCOMPARE(speech.seed, std::uint64_t{5});
    QVERIFY(speech.sound.samples == heard->sound);
    QCOMPARE(static_cast<std::int64_t>(heard->sound.size()), speech.codes.frames() * 512);
    QVERIFY(speech.tokens.frames() <= kRows);
    QCOMPARE(speech.tokens.frames(), speech.steps + 1);
    QVERIFY(speech.figures.load > 0 && speech.figures.decode > 0 && speech.figures.firstAudio > 0);
    QCOMPARE(speak(engine, request())->speech.figures.load, 0.0); // it stays loaded
}

void TestEngine::speaksInAVoice() {
    Engine engine(m_demo);
    Request inVoice = request();
    inVoice.voice = voice(1.0);
    const auto heard = speak(engine, inVoice);
    QCOMPARE(heard->ending, std::string("finished"));
    QVERIFY(heard->prefilledAll);
    // A second of voice is 87 frames; they count among the tokens, but aren't spoken again.
    QCOMPARE(heard->speech.tokens.frames(), 1 + 87 + heard->speech.steps);
    QVERIFY(heard->speech.codes.frames() <= kRows - 87 - 16);
}

void TestEngine::refusesBadRequests_data() {
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    QTest::addColumn<std::function<void(Request&)>>("spoil");
    const auto row = [](const char* name, ErrorCode code, const char* words,
                        const std::function<void(Request&)>& spoil) {
        QTest::newRow(name) << static_cast<int>(code) << QString(words) << spoil;
    };
    const auto option = ErrorCode::OptionInvalid;
    row("empty script", ErrorCode::ScriptInvalid, "", [](Request& r) { r.script.clear(); });
    row("long script", ErrorCode::ScriptInvalid, "1,100", [](Request& r) { r.script.assign(1100, 'a'); });
    row("long with transcript", ErrorCode::ScriptInvalid, "1,2", [](Request& r) {
        r.voice = voice(0.5);
        r.voice->transcript.assign(600, 'a');
        r.script.assign(600, 'b');
    });
    row("top-k", option, "5", [](Request& r) { r.options.topK = 4; });
    row("top-p", option, "top-p", [](Request& r) { r.options.topP = 0; });
    row("temperature", option, "temperature", [](Request& r) { r.options.temperature = NAN; });
    row("guidance", option, "cfg-scale", [](Request& r) { r.options.cfgScale = -1; });
    row("few tokens", option, "max-tokens", [](Request& r) { r.options.maxTokens = 16; });
    row("many tokens", option, "max-tokens", [](Request& r) { r.options.maxTokens = 3073; });
    row("seed", option, "seed", [](Request& r) { r.options.seed = -2; });
    row("empty voice", ErrorCode::AudioUnreadable, "no sound", [](Request& r) { r.voice = voice(0); });
    row("silent voice", ErrorCode::AudioUnreadable, "silent", [](Request& r) { r.voice = voice(1.0, 0.0F); });
    row("long voice", ErrorCode::AudioUnreadable, "200 tokens", [](Request& r) { r.voice = voice(3.0); });
}

void TestEngine::refusesBadRequests() {
    QFETCH(int, code);
    QFETCH(QString, words);
    QFETCH(std::function<void(Request&)>, spoil);
    Engine engine(m_demo);
    Request bad = request();
    spoil(bad);
    const auto heard = speak(engine, bad);
    QCOMPARE(heard->ending, std::string("failed"));
    const Error error = heard->error.value_or(Error{});
    QCOMPARE(static_cast<int>(error.code), code);
    QVERIFY2(QString::fromStdString(error.message()).contains(words), error.message().c_str());
    QVERIFY(!heard->loadedAll); // told before anything was loaded
}

void TestEngine::survivesAFailedJob() {
    Engine engine(m_demo);
    QCOMPARE(speak(engine, request(""))->ending, std::string("failed"));
    QCOMPARE(speak(engine, request())->ending, std::string("finished"));
}

void TestEngine::warnsAndSpeaksAllTheSame() {
    Engine engine(m_demo);
    const auto heard = speak(engine, request("Hello (smiles)."));
    QCOMPARE(heard->ending, std::string("finished"));
    QCOMPARE(heard->warnings.size(), std::size_t{2});
}

void TestEngine::cancelsInEveryPhase_data() {
    QTest::addColumn<QString>("phase");
    for (const char* phase : {"before", "loading", "prefill", "steps"}) {
        QTest::newRow(phase) << QString(phase);
    }
}

void TestEngine::cancelsInEveryPhase() {
    QFETCH(QString, phase);
    Engine engine(m_demo);
    std::stop_source stop;
    const auto listener = std::make_shared<RecordingListener>();
    const auto cancel = [&] { stop.request_stop(); };
    Request inVoice = request();
    inVoice.voice = voice(1.0);
    if (phase == "before") {
        cancel();
    } else if (phase == "loading") {
        listener->whenLoading = cancel;
    } else if (phase == "prefill") {
        listener->whenPrefilling = cancel;
    } else {
        listener->whenStepping = [&] { listener->steps == 60 ? cancel() : void(); };
    }
    engine.submit(inVoice, listener, stop.get_token());
    listener->wait();
    QCOMPARE(listener->ending, std::string("cancelled"));
    const Speech& speech = listener->speech;
    QCOMPARE(speech.steps, phase == "steps" ? std::int64_t{60} : std::int64_t{0});
    QCOMPARE(speech.codes.frames(), phase == "steps" ? std::int64_t{60 - 15} : std::int64_t{0});
    QVERIFY(speech.sound.samples.size() <= static_cast<std::size_t>(speech.codes.frames()) * 512);
    QCOMPARE(speech.sound.samples.empty(), phase != "steps"); // what is there, stays
    QCOMPARE(speak(engine, request())->ending, std::string("finished"));
}

void TestEngine::cancelsWhatWaitsForAModel() {
    class Loading final : public LoadListener {
    public:
        Loading(std::stop_source& stop, const RecordingListener& job) : m_stop(stop), m_job(job) {}

        void onLoading(std::uint64_t done, std::uint64_t total) override {
            submitted.wait();
            m_stop.request_stop();
            endedWhileLoading = endedWhileLoading || (done < total && m_job.ending == "cancelled");
        }
        void onLoaded(const LoadedInfo& /*info*/) override { m_over.set_value(); }
        void onFailed(const Error& /*error*/) override { m_over.set_value(); }
        void wait() { m_over.get_future().get(); }

        std::latch submitted{1};
        bool endedWhileLoading = false;

    private:
        std::stop_source& m_stop;
        const RecordingListener& m_job;
        std::promise<void> m_over;
    };
    Engine engine(m_demo);
    std::stop_source stop;
    const auto job = std::make_shared<RecordingListener>();
    const auto loading = std::make_shared<Loading>(stop, *job);
    engine.use(m_demo, loading, {});
    engine.submit(request(), job, stop.get_token());
    loading->submitted.count_down();
    job->wait();
    loading->wait();
    QVERIFY(loading->endedWhileLoading);
    QCOMPARE(speak(engine, request())->ending, std::string("finished"));
}

void TestEngine::destructionEndsWhatWaits() {
    std::vector<std::shared_ptr<RecordingListener>> listeners;
    {
        Engine engine(m_demo);
        for (int i = 0; i < 4; ++i) {
            listeners.push_back(std::make_shared<RecordingListener>());
            engine.submit(request(), listeners.back(), {});
        }
    }
    for (const auto& listener : listeners) {
        listener->wait();
        QVERIFY(listener->ending == "cancelled" || listener->ending == "finished");
    }
    QCOMPARE(listeners.back()->ending, std::string("cancelled"));
}

QTEST_GUILESS_MAIN(TestEngine)
#include "test_engine.moc"
