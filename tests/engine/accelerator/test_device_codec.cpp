// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "support/codec_probe.h"
#include "support/reference_case.h"

#include <QTest>
#include <cmath>

using namespace parley;
using namespace parley::test;

/// The codec as GPUs compute it, on the CPU.
class TestDeviceCodec : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void decodesAsTheReference();
    void encodesAsTheReference();
    void windowsOfEveryProfileGiveOnePiece();
    void windowsOfEveryProfileEncodeAsOnePiece();

private:
    ReferenceCase m_plain{"plain"};
    CodecProbe m_codec{m_plain.file("dac-transformers"), /*isAccelerated=*/true};
};

void TestDeviceCodec::decodesAsTheReference() {
    const std::vector<float> sound = m_codec.decodeInOnePiece(m_plain.expected<std::int64_t>("codes"));
    QVERIFY(largestDifference(sound, m_plain.expected<float>("waveform")) < 1e-4F);
}

void TestDeviceCodec::encodesAsTheReference() {
    const ReferenceCase prompt("prompt");
    const CodecProbe codec{prompt.file("dac-transformers"), true};
    QVERIFY(codec.encodeInWindows(prompt.expected<float>("prompt_wave")) ==
            prompt.expected<std::int64_t>("prompt_codes"));
}

void TestDeviceCodec::windowsOfEveryProfileGiveOnePiece() {
    for (const std::size_t frames : {1U, 33U, 127U, 128U, 129U, 250U, 400U}) {
        std::vector<std::int64_t> codes(frames * 9);
        for (std::size_t i = 0; i < codes.size(); ++i) {
            codes[i] = static_cast<std::int64_t>((i * 2654435761U) % 1024);
        }
        const std::vector<float> whole = m_codec.decodeInOnePiece(codes);
        QCOMPARE(whole.size(), frames * 512);
        for (const backend::BackendProfile& profile : backend::allProfiles()) {
            const std::vector<float> stream = m_codec.decodeAsStream(codes, 7, profile.codecWindows);
            QVERIFY2(largestDifference(stream, whole) < 1e-4F, qPrintable(QString::number(frames)));
        }
    }
}

void TestDeviceCodec::windowsOfEveryProfileEncodeAsOnePiece() {
    const CodecProbe own{m_plain.file("dac-transformers")};
    std::vector<float> sound(std::size_t{300} * 512 + 77);
    for (std::size_t i = 0; i < sound.size(); ++i) {
        const auto t = static_cast<float>(i);
        sound[i] = 0.5F * std::sin(t * (0.01F + t * 1e-7F)) + 0.1F * std::sin(t * t);
    }
    const std::vector<std::int64_t> whole = own.encodeInOnePiece(sound);
    for (const backend::BackendProfile& profile : backend::allProfiles()) {
        QVERIFY(m_codec.encodeInWindows(sound, profile.codecWindows) == whole);
    }
}

QTEST_GUILESS_MAIN(TestDeviceCodec)
#include "test_device_codec.moc"
