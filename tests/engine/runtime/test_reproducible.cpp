// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/engine.h"
#include "support/recording_listener.h"

#include <QTest>
#include <cmath>

using namespace parley;
using namespace parley::test;

namespace {

VoicePrompt voice(float pitch) {
    VoicePrompt prompt{{}, "[S1] This is me.", "voice.wav"};
    prompt.sound.samples.resize(40000);
    for (std::size_t i = 0; i < prompt.sound.samples.size(); ++i) {
        prompt.sound.samples[i] = 0.3F * std::sin(static_cast<float>(i) * pitch);
    }
    return prompt;
}

Request request(std::int64_t seed, std::optional<VoicePrompt> prompt = std::nullopt) {
    return {"[S1] Once more. [S2] The same?", std::move(prompt), {.maxTokens = 250, .seed = seed}};
}

Speech speak(Engine& engine, Request what) {
    const auto listener = std::make_shared<RecordingListener>();
    engine.submit(std::move(what), listener, {});
    listener->wait();
    return listener->speech;
}

bool same(const Speech& a, const Speech& b) {
    return !a.sound.samples.empty() && a.tokens.values == b.tokens.values && a.sound.samples == b.sound.samples;
}

} // namespace

class TestReproducible : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sameSeedSameSamples_data();
    void sameSeedSameSamples();
    void threadsChangeNothing();
    void aRememberedVoiceChangesNothing();
    void drawsASeedAndTellsIt();
};

void TestReproducible::sameSeedSameSamples_data() {
    QTest::addColumn<QString>("dtype");
    QTest::newRow("float32") << QString("float32");
    QTest::newRow("bfloat16") << QString("bfloat16");
}

void TestReproducible::sameSeedSameSamples() {
    QFETCH(QString, dtype);
    const ModelOptions options{.demo = true, .dtype = dtype.toStdString()};
    Engine engine(options);
    const Speech first = speak(engine, request(11));
    const Speech other = speak(engine, request(12));
    const Speech later = speak(engine, request(11));
    Engine fresh(options);
    QVERIFY(same(first, later));
    QVERIFY(same(first, speak(fresh, request(11))));
    QVERIFY(!same(first, other));
    QCOMPARE(first.dtype, dtype.toStdString());
}

void TestReproducible::threadsChangeNothing() {
    // The sizes of the reference's small models stay below what is worth a second thread; a voice's do not.
    Engine one({.demo = true, .threads = 1});
    const Speech alone = speak(one, request(3, voice(0.05F)));
    Engine three({.demo = true, .threads = 3});
    QVERIFY(same(alone, speak(three, request(3, voice(0.05F)))));
}

void TestReproducible::aRememberedVoiceChangesNothing() {
    Engine engine({.demo = true});
    const Speech first = speak(engine, request(3, voice(0.05F)));
    const Speech remembered = speak(engine, request(3, voice(0.05F)));
    QVERIFY(same(first, remembered));
    for (const float pitch : {0.06F, 0.07F, 0.08F}) { // until the first is forgotten
        QVERIFY(!same(first, speak(engine, request(3, voice(pitch)))));
    }
    QVERIFY(same(first, speak(engine, request(3, voice(0.05F)))));
}

void TestReproducible::drawsASeedAndTellsIt() {
    Engine engine({.demo = true});
    const Speech drawn = speak(engine, request(-1));
    QVERIFY(same(drawn, speak(engine, request(static_cast<std::int64_t>(drawn.seed)))));
    QVERIFY(drawn.seed != speak(engine, request(-1)).seed);
}

QTEST_GUILESS_MAIN(TestReproducible)
#include "test_reproducible.moc"
