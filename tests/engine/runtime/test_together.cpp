// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/engine.h"
#include "support/recording_listener.h"

#include <QTest>
#include <cmath>
#include <memory>
#include <vector>

using namespace parley;
using namespace parley::test;

namespace {

using Heard = std::shared_ptr<RecordingListener>;

Request request(std::int64_t seed, std::int64_t maxTokens = 120, std::string script = "[S1] Once. [S2] Twice?") {
    return {std::move(script), std::nullopt, {.maxTokens = maxTokens, .seed = seed}};
}

Request inVoice(std::int64_t seed) {
    Request spoken = request(seed, 220);
    spoken.voice = VoicePrompt{{}, "[S1] This is me.", "voice.wav"};
    spoken.voice->sound.samples.resize(std::size_t{40'000});
    for (std::size_t i = 0; i < spoken.voice->sound.samples.size(); ++i) {
        spoken.voice->sound.samples[i] = 0.3F * std::sin(static_cast<float>(i) * 0.05F);
    }
    return spoken;
}

/// Different lengths, scripts and voices, so that some end while others speak on.
std::vector<Request> mixture() {
    return {request(1, 200), request(2, 90), inVoice(3), inVoice(4), request(5, 150, "[S1] Something else."),
            request(1)};
}

Heard submit(Engine& engine, const Request& what, const std::stop_token& stop = {}) {
    auto listener = std::make_shared<RecordingListener>();
    engine.submit(what, listener, stop);
    return listener;
}

Speech alone(const ModelOptions& options, const Request& what) {
    Engine engine(options);
    const Heard heard = submit(engine, what);
    heard->wait();
    return heard->speech;
}

bool same(const Speech& a, const Speech& b) {
    return !a.sound.samples.empty() && a.tokens.values == b.tokens.values && a.sound.samples == b.sound.samples;
}

} // namespace

class TestTogether : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachSaysWhatItWouldAlone_data();
    void eachSaysWhatItWouldAlone();
    void moreThanFitTakeTurns();
    void oneThatWaitsForRoomIsCancelledAtOnce();
    void oneThatIsCancelledLeavesTheOthersAlone();
    void aRefusedOneLeavesTheOthersAlone();
    void aLaterModelIsForLaterJobs();

private:
    ModelOptions m_demo{.demo = true};
};

void TestTogether::eachSaysWhatItWouldAlone_data() {
    QTest::addColumn<QString>("dtype");
    for (const char* dtype : {"float32", "bfloat16", "int8", "int4"}) {
        QTest::newRow(dtype) << QString(dtype);
    }
}

void TestTogether::eachSaysWhatItWouldAlone() {
    QFETCH(const QString, dtype);
    const ModelOptions options{.demo = true, .dtype = dtype.toStdString()};
    Engine engine(options);
    std::vector<Heard> heard;
    for (const Request& what : mixture()) {
        heard.push_back(submit(engine, what));
    }
    for (std::size_t i = 0; i < heard.size(); ++i) {
        heard[i]->wait();
        QCOMPARE(heard[i]->ending, std::string("finished"));
        QVERIFY(heard[i]->stepsInOrder && heard[i]->speech.sound.samples == heard[i]->sound);
        QVERIFY2(same(heard[i]->speech, alone(options, mixture()[i])), qPrintable(QString::number(i)));
    }
}

void TestTogether::moreThanFitTakeTurns() {
    Engine engine(m_demo);
    std::vector<Heard> heard;
    for (std::int64_t seed = 0; seed < 20; ++seed) {
        heard.push_back(submit(engine, request(seed, 60)));
    }
    for (const Heard& one : heard) {
        one->wait();
        QCOMPARE(one->ending, std::string("finished"));
    }
    QVERIFY(same(heard.back()->speech, alone(m_demo, request(19, 60))));
}

void TestTogether::oneThatWaitsForRoomIsCancelledAtOnce() {
    constexpr std::int64_t kTogether = 16;
    std::stop_source stop;
    const auto waiting = std::make_shared<RecordingListener>();
    std::string endingThen; // at the step behind the stop
    const auto first = std::make_shared<RecordingListener>();
    first->whenStepping = [&, raw = first.get()] {
        if (raw->steps == 40) {
            stop.request_stop();
        } else if (raw->steps == 41) {
            endingThen = waiting->ending;
        }
    };
    Engine engine(m_demo);
    engine.submit(request(0, 90), first);
    std::vector<Heard> others;
    for (std::int64_t seed = 1; seed < kTogether; ++seed) {
        others.push_back(submit(engine, request(seed, 90)));
    }
    engine.submit(request(kTogether, 90), waiting, stop.get_token());
    for (const Heard& one : others) {
        one->wait();
    }
    first->wait();
    QCOMPARE(endingThen, std::string("cancelled"));
    QCOMPARE(waiting->steps, std::int64_t{0});
}

void TestTogether::oneThatIsCancelledLeavesTheOthersAlone() {
    Engine engine(m_demo);
    std::stop_source stop;
    const Heard first = submit(engine, request(1, 200));
    const auto second = std::make_shared<RecordingListener>();
    second->whenStepping = [&, raw = second.get()] {
        if (raw->steps == 40) {
            stop.request_stop();
        }
    };
    engine.submit(request(2, 200), second, stop.get_token());
    const Heard third = submit(engine, inVoice(3));
    for (const Heard& one : {first, Heard(second), third}) {
        one->wait();
    }
    QCOMPARE(second->ending, std::string("cancelled"));
    QCOMPARE(second->speech.steps, std::int64_t{40}); // heard at once
    QVERIFY(same(first->speech, alone(m_demo, request(1, 200))));
    QVERIFY(same(third->speech, alone(m_demo, inVoice(3))));
}

void TestTogether::aRefusedOneLeavesTheOthersAlone() {
    Engine engine(m_demo);
    const Heard first = submit(engine, request(1));
    const Heard refused = submit(engine, request(2, 120, ""));
    const Heard last = submit(engine, request(3));
    for (const Heard& one : {first, refused, last}) {
        one->wait();
    }
    QCOMPARE(first->ending, std::string("finished"));
    QCOMPARE(refused->ending, std::string("failed"));
    QVERIFY(refused->error->code == ErrorCode::ScriptInvalid);
    QCOMPARE(last->ending, std::string("finished"));
}

void TestTogether::aLaterModelIsForLaterJobs() {
    class Loaded final : public LoadListener {
        void onLoaded(const LoadedInfo&) override {}
        void onFailed(const Error&) override {}
    };
    Engine engine(m_demo);
    const Heard before = submit(engine, request(1, 200));
    engine.use({.demo = true, .dtype = "int8"}, std::make_shared<Loaded>());
    const Heard after = submit(engine, request(1, 200));
    before->wait();
    after->wait();
    QCOMPARE(before->speech.dtype, std::string("float32")); // so small a network, in Auto
    QCOMPARE(after->speech.dtype, std::string("int8"));
}

QTEST_GUILESS_MAIN(TestTogether)
#include "test_together.moc"
