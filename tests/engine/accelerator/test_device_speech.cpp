// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "support/accelerator_probe.h"
#include "support/reference_case.h"

#include <QTest>
#include <cmath>

using namespace parley;
using namespace parley::test;
using backend::NumberFormat;

namespace {

Request request(std::int64_t seed, std::int64_t maxTokens = 120, std::string script = "[S1] Once. [S2] Twice?") {
    return {std::move(script), std::nullopt, {.maxTokens = maxTokens, .seed = seed}};
}

Request inVoice(std::int64_t seed, std::int64_t maxTokens = 330) {
    Request spoken = request(seed, maxTokens);
    spoken.voice = VoicePrompt{{}, "[S1] This is me.", "voice.wav"};
    spoken.voice->sound.samples.resize(std::size_t{80'000}); // 157 frames: two pieces of a device's prefill
    for (std::size_t i = 0; i < spoken.voice->sound.samples.size(); ++i) {
        spoken.voice->sound.samples[i] = 0.3F * std::sin(static_cast<float>(i) * 0.05F);
    }
    return spoken;
}

/// Different lengths, scripts and voices, so that some end while others speak on, and caches have to grow.
std::vector<Request> mixture() {
    return {request(1, 200), inVoice(3), request(2, 90), inVoice(4), request(5, 150, "[S1] Something else."),
            request(1)};
}

backend::BackendProfile exact(DeviceKind kind) {
    return backend::profileOf(kind, NumberFormat::Float32);
}

/// Rows up to the first one that differs, as a share of all.
double agreement(const Speech& a, const Speech& b) {
    const auto& first = a.tokens.values;
    const auto& second = b.tokens.values;
    const auto [end, other] = std::mismatch(first.begin(), first.end(), second.begin(), second.end());
    return static_cast<double>(end - first.begin()) / static_cast<double>(std::max(first.size(), second.size()));
}

} // namespace

/// Whole speeches as GPUs make them, against our own kernels; all of it on the CPU, in float32 where it is compared.
class TestDeviceSpeech : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysWhatTheCpuSays_data();
    void saysWhatTheCpuSays();
    void replayingChangesNothing();
    void refusedRecordingChangesNothing();
    void theSecondAttentionSaysTheSame();
    void soundMadeAsideIsTheSame();
    void warmingUpChangesNothing();
    void ownKernelsSayTheSame();
    void ownKernelsSpeakInNarrowFormats_data();
    void ownKernelsSpeakInNarrowFormats();
    void narrowFormatsSpeakToTheEnd_data();
    void narrowFormatsSpeakToTheEnd();
    void everyProfilePassesTheSelfTest();
    void theSelfTestFindsABadRecording();
    void benchMeasuresAnyNumberOfSteps();
    void namesTheLayerThatRunsOver();
    void aGpuThatGoesAwayEndsItsJobs();
};

void TestDeviceSpeech::saysWhatTheCpuSays_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("CUDA") << static_cast<int>(DeviceKind::Cuda);
    QTest::newRow("MPS") << static_cast<int>(DeviceKind::Mps);
}

void TestDeviceSpeech::saysWhatTheCpuSays() {
    QFETCH(const int, kind);
    const std::vector<Speech> wanted = demoSpeeches(exact(DeviceKind::Cpu), mixture());
    const std::vector<Speech> spoken = demoSpeeches(exact(static_cast<DeviceKind>(kind)), mixture());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        QVERIFY(!wanted[i].tokens.values.empty());
        QVERIFY2(agreement(wanted[i], spoken[i]) == 1.0, qPrintable(QString::number(i)));
        QCOMPARE(spoken[i].steps, wanted[i].steps);
        QVERIFY(spoken[i].codes.values == wanted[i].codes.values);
        // The demo's codec is untrained and makes much of rounding (selftest, in docs/devices.md).
        QVERIFY(largestDifference(spoken[i].sound.samples, wanted[i].sound.samples) < 0.02F);
    }
}

void TestDeviceSpeech::replayingChangesNothing() {
    const std::vector<Speech> stepped = demoSpeeches(exact(DeviceKind::Cuda), mixture());
    const std::vector<Speech> replayed = demoSpeeches(exact(DeviceKind::Cuda), mixture(), Graphs::Replayed);
    for (std::size_t i = 0; i < stepped.size(); ++i) {
        QVERIFY(!stepped[i].tokens.values.empty());
        QVERIFY2(replayed[i].tokens.values == stepped[i].tokens.values, qPrintable(QString::number(i)));
    }
}

void TestDeviceSpeech::refusedRecordingChangesNothing() {
    const std::vector<Speech> stepped = demoSpeeches(exact(DeviceKind::Cuda), {request(1), request(2)});
    const std::vector<Speech> refused =
        demoSpeeches(exact(DeviceKind::Cuda), {request(1), request(2)}, Graphs::Refused);
    for (std::size_t i = 0; i < stepped.size(); ++i) {
        QVERIFY(!stepped[i].tokens.values.empty() && refused[i].tokens.values == stepped[i].tokens.values);
    }
}

void TestDeviceSpeech::theSecondAttentionSaysTheSame() {
    backend::BackendProfile other = exact(DeviceKind::Mps);
    other.attention = other.attentionFallback;
    QVERIFY(other.attention != exact(DeviceKind::Mps).attention);
    const std::vector<Speech> fused = demoSpeeches(exact(DeviceKind::Mps), {request(1), inVoice(2)});
    const std::vector<Speech> math = demoSpeeches(other, {request(1), inVoice(2)});
    for (std::size_t i = 0; i < fused.size(); ++i) {
        QVERIFY(!fused[i].tokens.values.empty() && agreement(fused[i], math[i]) == 1.0);
    }
}

void TestDeviceSpeech::soundMadeAsideIsTheSame() {
    backend::BackendProfile inTurn = exact(DeviceKind::Cuda);
    QVERIFY(inTurn.codecAside);
    inTurn.codecAside = false;
    const std::vector<Request> requests = {request(1), inVoice(2), request(3, 300)};
    const std::vector<Speech> wanted = demoSpeeches(inTurn, requests);
    const std::vector<Speech> spoken = demoSpeeches(exact(DeviceKind::Cuda), requests);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        QVERIFY(!wanted[i].sound.samples.empty());
        QVERIFY(spoken[i].sound.samples == wanted[i].sound.samples);
    }
}

void TestDeviceSpeech::warmingUpChangesNothing() {
    const std::vector<Request> requests = {request(1), inVoice(2)};
    for (const Graphs graphs : {Graphs::None, Graphs::Replayed}) {
        const std::vector<Speech> cold = demoSpeeches(exact(DeviceKind::Cuda), requests, graphs);
        const std::vector<Speech> warm = demoSpeeches(exact(DeviceKind::Cuda), requests, graphs, Kernels::Torch, true);
        for (std::size_t i = 0; i < cold.size(); ++i) {
            QVERIFY(!cold[i].sound.samples.empty());
            QVERIFY(warm[i].tokens.values == cold[i].tokens.values);
            QVERIFY(warm[i].sound.samples == cold[i].sound.samples);
        }
    }
}

/// Short, since a CPU takes its time for a GPU's threads.
void TestDeviceSpeech::ownKernelsSayTheSame() {
    const std::vector<Request> requests = {request(1, 40), inVoice(3, 195), request(2, 30)};
    const std::vector<Speech> wanted = demoSpeeches(exact(DeviceKind::Cpu), requests);
    const std::vector<Speech> spoken = demoSpeeches(exact(DeviceKind::Cuda), requests, Graphs::Replayed, Kernels::Own);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        QVERIFY(!wanted[i].tokens.values.empty());
        QVERIFY2(agreement(wanted[i], spoken[i]) == 1.0, qPrintable(QString::number(i)));
    }
}

void TestDeviceSpeech::ownKernelsSpeakInNarrowFormats_data() {
    QTest::addColumn<int>("format");
    for (const NumberFormat format : backend::formatsOf(DeviceKind::Cuda)) {
        QTest::newRow(std::string(name(format)).c_str()) << static_cast<int>(format);
    }
}

void TestDeviceSpeech::ownKernelsSpeakInNarrowFormats() {
    QFETCH(const int, format);
    const backend::BackendProfile profile = backend::profileOf(DeviceKind::Cuda, static_cast<NumberFormat>(format));
    for (const Speech& speech : demoSpeeches(profile, {request(1, 30)}, Graphs::None, Kernels::Own)) {
        QVERIFY(!speech.sound.samples.empty());
    }
}

void TestDeviceSpeech::narrowFormatsSpeakToTheEnd_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("format");
    for (const backend::BackendProfile& profile : backend::allProfiles()) {
        if (backend::isAccelerated(profile) && profile.format != NumberFormat::Float32) {
            QTest::addRow("%s, %s", profile.device == DeviceKind::Cuda ? "CUDA" : "MPS",
                          std::string(name(profile.format)).c_str())
                << static_cast<int>(profile.device) << static_cast<int>(profile.format);
        }
    }
}

void TestDeviceSpeech::narrowFormatsSpeakToTheEnd() {
    QFETCH(const int, kind);
    QFETCH(const int, format);
    const backend::BackendProfile profile =
        backend::profileOf(static_cast<DeviceKind>(kind), static_cast<NumberFormat>(format));
    const std::vector<Speech> wanted = demoSpeeches(exact(DeviceKind::Cpu), {request(1), inVoice(2)});
    const std::vector<Speech> spoken = demoSpeeches(profile, {request(1), inVoice(2)});
    for (std::size_t i = 0; i < spoken.size(); ++i) {
        QVERIFY(!spoken[i].sound.samples.empty());
        // Other speech from some row on: a narrow format that changes nothing was not used.
        QVERIFY(agreement(wanted[i], spoken[i]) < 1.0);
    }
}

void TestDeviceSpeech::everyProfilePassesTheSelfTest() {
    for (backend::BackendProfile profile : backend::allProfiles()) {
        QVERIFY2(passesSelfTest(profile), std::string(name(profile.format)).c_str());
        profile.attention = profile.attentionFallback;
        QVERIFY2(passesSelfTest(profile), std::string(name(profile.format)).c_str());
    }
}

void TestDeviceSpeech::theSelfTestFindsABadRecording() {
    QCOMPARE(replayDifference(true), 0.0);
    QVERIFY(replayDifference(false) > 0.5);
}

void TestDeviceSpeech::benchMeasuresAnyNumberOfSteps() {
    for (const std::int64_t steps : {1, 2, 10, 40}) {
        const BenchReport report = benchOf(exact(DeviceKind::Cuda), {.position = 20, .steps = steps, .batch = 3});
        QVERIFY2(report.stepSeconds > 0 && report.prefillRowsPerSecond > 0 && report.textSeconds > 0,
                 qPrintable(QString::number(steps)));
    }
}

void TestDeviceSpeech::namesTheLayerThatRunsOver() {
    QCOMPARE(placeOfOverflow(0), std::string("decoder layer 0"));
    QCOMPARE(placeOfOverflow(1), std::string("decoder layer 1"));
}

void TestDeviceSpeech::aGpuThatGoesAwayEndsItsJobs() {
    const std::vector<Request> two = {request(1), inVoice(2)};
    QCOMPARE(endingsWhereStepsFail(two, "CUDA error: an illegal memory access was encountered"),
             std::vector<ErrorCode>(2, ErrorCode::DeviceUnavailable));
    for (const char* words : {"CUDA out of memory. Tried to allocate 2 GiB",
                              "MPS backend out of memory (MPS allocated: 9 GB, other allocations: 0 bytes)"}) {
        QCOMPARE(endingsWhereStepsFail(two, words), std::vector<ErrorCode>(2, ErrorCode::OutOfMemory));
    }
}

QTEST_GUILESS_MAIN(TestDeviceSpeech)
#include "test_device_speech.moc"
