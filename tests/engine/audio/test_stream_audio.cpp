// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/audio/sounds.h"
#include "engine/files/folder.h"
#include "parley/audio.h"
#include "parley/audio_stream.h"

#include <QTest>
#include <QtEndian>
#include <algorithm>
#include <cmath>
#include <limits>

using parley::kSampleRate;
using parley::streamAudio;

namespace {

constexpr std::size_t kElevenMinutes = std::size_t{660} * kSampleRate;
constexpr int kDataSizeOffset = 40; // of a plain WAV header

/// Each sample tells its place.
std::vector<float> ramp(std::size_t count) {
    std::vector<float> samples(count);
    for (std::size_t i = 0; i < count; ++i) {
        samples[i] = static_cast<float>(i % 30000) / 32768.0F;
    }
    return samples;
}

/// Equal but for the rounding to 16 bit.
bool areAlike(const std::vector<float>& a, const std::vector<float>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](float left, float right) { return std::abs(left - right) < 1e-4F; });
}

struct Streamed {
    std::vector<float> samples;
    std::size_t pieces = 0;
    std::string problem; ///< empty: none
};

Streamed stream(const std::filesystem::path& path) {
    Streamed streamed;
    const auto result = streamAudio(path, [&](std::span<const float> samples) {
        streamed.samples.insert(streamed.samples.end(), samples.begin(), samples.end());
        ++streamed.pieces;
        return true;
    });
    if (!result.ok()) {
        streamed.problem = result.error().message();
    }
    return streamed;
}

} // namespace

class TestStreamAudio : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsMoreThanTenMinutesOfWav() {
        const Folder folder;
        const std::vector<float> sound = ramp(kElevenMinutes);
        sounds::write(folder.path("a.wav"), sound, 1, kSampleRate, SF_FORMAT_WAV | SF_FORMAT_PCM_16);
        QVERIFY(!parley::readAudio(folder.path("a.wav")).ok());
        const Streamed streamed = stream(folder.path("a.wav"));
        QCOMPARE(streamed.problem, std::string());
        QVERIFY(areAlike(streamed.samples, sound));
        QVERIFY(streamed.pieces > 1000);
    }

    void believesTheDataNotTheHeader_data() {
        QTest::addColumn<quint32>("claimedBytes");
        QTest::newRow("eleven minutes") << quint32{kElevenMinutes * 2};
        QTest::newRow("2 GiB") << 0x80000000U;
        QTest::newRow("as much as can be said") << 0xFFFFFFFFU;
    }

    void believesTheDataNotTheHeader() {
        QFETCH(const quint32, claimedBytes);
        const Folder folder;
        sounds::write(folder.path("a.wav"), ramp(5000), 1, kSampleRate, SF_FORMAT_WAV | SF_FORMAT_PCM_16);
        QByteArray file = folder.content("a.wav");
        qToLittleEndian(claimedBytes, file.data() + kDataSizeOffset);
        folder.put("a.wav", file);
        const Streamed streamed = stream(folder.path("a.wav"));
        QCOMPARE(streamed.problem, std::string());
        QVERIFY(areAlike(streamed.samples, ramp(5000)));
    }

    void refusesMuchSoundInASmallFile() {
        const Folder folder;
        sounds::write(folder.path("a.flac"), std::vector<float>(kElevenMinutes), 1, kSampleRate,
                      SF_FORMAT_FLAC | SF_FORMAT_PCM_16);
        const Streamed streamed = stream(folder.path("a.flac"));
        QVERIFY2(streamed.problem.find("longer than 600 seconds") != std::string::npos, streamed.problem.c_str());
        QVERIFY(streamed.samples.size() <= std::size_t{600} * kSampleRate);
    }

    void refusesMuchSoundAtAnotherRate() {
        const Folder folder;
        sounds::write(folder.path("a.wav"), std::vector<float>(std::size_t{660} * 8000), 1, 8000,
                      SF_FORMAT_WAV | SF_FORMAT_PCM_U8);
        const Streamed streamed = stream(folder.path("a.wav"));
        QVERIFY2(streamed.problem.find("longer than 600 seconds") != std::string::npos, streamed.problem.c_str());
        QVERIFY(streamed.samples.empty());
    }

    void resamplesAnotherRate() {
        const Folder folder;
        sounds::write(folder.path("a.wav"), sounds::sine(440.0, 0.5, 8000, 8000), 1, 8000,
                      SF_FORMAT_WAV | SF_FORMAT_PCM_16);
        QCOMPARE(stream(folder.path("a.wav")).samples.size(), std::size_t{kSampleRate});
    }

    void endsWhenItIsTold() {
        const Folder folder;
        sounds::write(folder.path("a.wav"), ramp(50000), 1, kSampleRate, SF_FORMAT_WAV | SF_FORMAT_PCM_16);
        std::size_t pieces = 0;
        QVERIFY(streamAudio(folder.path("a.wav"), [&](std::span<const float>) { return ++pieces < 3; }).ok());
        QCOMPARE(pieces, std::size_t{3});
    }

    void handsOverWhatLiesBeforeTheDamage() {
        const Folder folder;
        std::vector<float> sound = ramp(50000);
        sound.back() = std::numeric_limits<float>::quiet_NaN();
        sounds::write(folder.path("a.wav"), sound, 1, kSampleRate, SF_FORMAT_WAV | SF_FORMAT_FLOAT);
        const Streamed streamed = stream(folder.path("a.wav"));
        QVERIFY2(streamed.problem.find("not numbers") != std::string::npos, streamed.problem.c_str());
        QVERIFY(streamed.samples.size() > 40000 && streamed.samples.size() < 50000);
    }

    void refusesWhatHoldsNoSound_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("no sound at all");
        const Folder folder;
        sounds::write(folder.path("a.wav"), ramp(100), 1, kSampleRate, SF_FORMAT_WAV | SF_FORMAT_PCM_16);
        QTest::newRow("header alone") << folder.content("a.wav").left(44);
    }

    void refusesWhatHoldsNoSound() {
        QFETCH(const QByteArray, content);
        const Folder folder;
        folder.put("a.wav", content);
        const Streamed streamed = stream(folder.path("a.wav"));
        QVERIFY(!streamed.problem.empty());
        QVERIFY(streamed.samples.empty());
    }
};

QTEST_GUILESS_MAIN(TestStreamAudio)
#include "test_stream_audio.moc"
