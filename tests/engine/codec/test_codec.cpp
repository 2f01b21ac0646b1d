// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "support/codec_probe.h"
#include "support/reference_case.h"

#include <QTest>
#include <cmath>

using namespace parley;
using namespace parley::test;

namespace {

constexpr std::int64_t kHop = 512;
constexpr float kTolerance = 1e-4F;

/// A sweep with some grit, `frames` frames and a bit long.
std::vector<float> sweep(std::int64_t frames) {
    std::vector<float> sound(static_cast<std::size_t>(frames * kHop + 77));
    for (std::size_t i = 0; i < sound.size(); ++i) {
        const auto t = static_cast<float>(i);
        sound[i] = 0.5F * std::sin(t * (0.01F + t * 1e-7F)) + 0.1F * std::sin(t * t);
    }
    return sound;
}

std::vector<std::int64_t> someCodes(std::size_t frames) {
    std::vector<std::int64_t> codes(frames * 9);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        codes[i] = static_cast<std::int64_t>((i * 2654435761U) % 1024);
    }
    return codes;
}

} // namespace

class TestCodec : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bothLayoutsDecodeAsTheReference_data();
    void bothLayoutsDecodeAsTheReference();
    void encodesAsTheReference();
    void windowsEncodeAsOnePiece_data();
    void windowsEncodeAsOnePiece();
    void streamsDecodeAsOnePiece_data();
    void streamsDecodeAsOnePiece();
    void everyProfilesWindowsGiveTheSameSound();
    void streamsDoNotDependOnHowCodesArrive();
    void nothingStaysNothing();

private:
    ReferenceCase m_plain{"plain"};
    CodecProbe m_codec{m_plain.file("dac-transformers")};
};

void TestCodec::bothLayoutsDecodeAsTheReference_data() {
    QTest::addColumn<QString>("layout");
    QTest::newRow("transformers") << QString("dac-transformers");
    QTest::newRow("descript, weight norm") << QString("dac-descript");
}

void TestCodec::bothLayoutsDecodeAsTheReference() {
    QFETCH(QString, layout);
    const CodecProbe codec{m_plain.file(layout.toStdString())};
    const std::vector<float> sound = codec.decodeInOnePiece(m_plain.expected<std::int64_t>("codes"));
    QVERIFY(largestDifference(sound, m_plain.expected<float>("waveform")) < kTolerance);
}

void TestCodec::encodesAsTheReference() {
    const ReferenceCase prompt("prompt");
    const CodecProbe codec{prompt.file("dac-transformers")};
    QVERIFY(codec.encodeInWindows(prompt.expected<float>("prompt_wave")) ==
            prompt.expected<std::int64_t>("prompt_codes"));
}

void TestCodec::windowsEncodeAsOnePiece_data() {
    QTest::addColumn<qint64>("frames");
    for (const qint64 frames : {1, 127, 128, 129, 300}) { // windows are of 128 frames
        QTest::addRow("%lld frames", static_cast<long long>(frames)) << frames;
    }
}

void TestCodec::windowsEncodeAsOnePiece() {
    QFETCH(qint64, frames);
    const std::vector<float> sound = sweep(frames);
    QVERIFY(m_codec.encodeInWindows(sound) == m_codec.encodeInOnePiece(sound));
}

void TestCodec::streamsDecodeAsOnePiece_data() {
    QTest::addColumn<quint64>("frames");
    for (const quint64 frames : {1, 31, 32, 33, 42, 128, 250}) { // the first window is of 32 frames, others of 96
        QTest::addRow("%llu frames", static_cast<unsigned long long>(frames)) << frames;
    }
}

void TestCodec::streamsDecodeAsOnePiece() {
    QFETCH(quint64, frames);
    const std::vector<std::int64_t> codes = someCodes(frames);
    const std::vector<float> stream = m_codec.decodeAsStream(codes, 1);
    QVERIFY(largestDifference(stream, m_codec.decodeInOnePiece(codes)) < kTolerance);
}

void TestCodec::everyProfilesWindowsGiveTheSameSound() {
    const std::vector<std::int64_t> codes = someCodes(250);
    const std::vector<float> whole = m_codec.decodeInOnePiece(codes);
    for (const backend::BackendProfile& profile : backend::allProfiles()) {
        const backend::CodecWindows& windows = profile.codecWindows;
        QVERIFY(largestDifference(m_codec.decodeAsStream(codes, 7, windows), whole) < kTolerance);
        // What the device takes at once holds the context, too.
        QVERIFY(windows.most == 0 || windows.later + 2 * m_codec.contextFrames() <= windows.most);
        QVERIFY(windows.first > 0 && windows.first <= windows.later);
    }
    // Other windows than the standard ones are taken, indeed.
    const backend::CodecWindows one{.first = 1, .later = 3};
    QVERIFY(m_codec.decodeAsStream(codes, 7, one) != m_codec.decodeAsStream(codes, 7));
    QVERIFY(largestDifference(m_codec.decodeAsStream(codes, 7, one), whole) < kTolerance);
}

void TestCodec::streamsDoNotDependOnHowCodesArrive() {
    const std::vector<std::int64_t> codes = someCodes(220);
    QVERIFY(m_codec.decodeAsStream(codes, 1) == m_codec.decodeAsStream(codes, 220));
    QVERIFY(m_codec.decodeAsStream(codes, 1) == m_codec.decodeAsStream(codes, 17));
}

void TestCodec::nothingStaysNothing() {
    QVERIFY(m_codec.encodeInWindows({}).empty());
    QVERIFY(m_codec.decodeAsStream({}, 1).empty());
}

QTEST_GUILESS_MAIN(TestCodec)
#include "test_codec.moc"
