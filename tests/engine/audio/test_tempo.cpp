// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/audio/sounds.h"
#include "parley/audio.h"

#include <QTest>
#include <limits>

using parley::AudioClip;
using parley::changeTempo;
using parley::kSampleRate;

namespace {

constexpr double kBackground = 220.0; // Hz
constexpr double kMark = 3000.0;      // Hz

/// A low tone; its first and last tenth of a second are a high one.
AudioClip markedClip(std::size_t count) {
    AudioClip clip{sounds::sine(kBackground, 0.3, count, kSampleRate)};
    const auto mark = sounds::sine(kMark, 0.6, 4410, kSampleRate);
    std::copy(mark.begin(), mark.end(), clip.samples.begin());
    std::copy(mark.begin(), mark.end(), clip.samples.end() - 4410);
    return clip;
}

/// How long `frequency` is heard, in seconds.
double secondsOf(double frequency, std::span<const float> samples) {
    constexpr std::size_t kPiece = 147; // 300 pieces a second, ten periods of the mark
    std::size_t pieces = 0;
    for (std::size_t at = 0; at + kPiece <= samples.size(); at += kPiece) {
        const bool heard = sounds::toneLevel(samples.subspan(at, kPiece), frequency, kSampleRate) > 0.3;
        pieces += heard ? 1U : 0U;
    }
    return static_cast<double>(pieces * kPiece) / kSampleRate;
}

void addSpeeds() {
    QTest::addColumn<double>("speed");
    for (const double speed : {0.5, 0.8, 0.97, 1.03, 1.25, 1.5, 2.0}) {
        QTest::addRow("%.2f", speed) << speed;
    }
}

} // namespace

class TestTempo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void speedOneChangesNothing() {
        const AudioClip clip = markedClip(44100);
        QVERIFY(changeTempo(clip, 1.0).samples == clip.samples);
    }

    void hasTheExpectedLength_data() { addSpeeds(); }

    void hasTheExpectedLength() {
        QFETCH(const double, speed);
        for (const std::size_t count : {0, 1, 100, 3001, 44101, 300007}) {
            const AudioClip clip{std::vector<float>(count, 0.1F)};
            const double expected = static_cast<double>(count) / speed;
            const AudioClip result = changeTempo(clip, speed);
            QVERIFY(std::abs(static_cast<double>(result.samples.size()) - expected) <= 1.0);
            QCOMPARE(result.sampleRate, kSampleRate);
        }
    }

    void keepsPitchAndLevel_data() { addSpeeds(); }

    void keepsPitchAndLevel() {
        QFETCH(const double, speed);
        const AudioClip clip{sounds::sine(kBackground, 0.5, 132300, kSampleRate)};
        const AudioClip result = changeTempo(clip, speed);
        const auto core = sounds::middle(result.samples, 4410);
        QVERIFY(std::abs(sounds::level(core) * std::numbers::sqrt2 - 0.5) < 0.05);
        std::size_t crossings = 0;
        for (std::size_t i = 1; i < core.size(); ++i) {
            crossings += (core[i - 1] < 0.0F) != (core[i] < 0.0F) ? 1U : 0U;
        }
        const double frequency =
            static_cast<double>(crossings) / 2.0 / (static_cast<double>(core.size()) / kSampleRate);
        QVERIFY2(std::abs(frequency / kBackground - 1.0) < 0.01, qPrintable(QString::number(frequency)));
    }

    void losesNeitherBeginningNorEnd_data() { addSpeeds(); }

    void losesNeitherBeginningNorEnd() {
        QFETCH(const double, speed);
        double begin = 0.0;
        double end = 0.0;
        constexpr int kClips = 10; // each is cut into pieces elsewhere, and pieces are left out or repeated as a whole
        for (int i = 0; i < kClips; ++i) {
            const AudioClip result = changeTempo(markedClip(50000 + 1777 * static_cast<std::size_t>(i)), speed);
            const std::span<const float> all(result.samples);
            begin += secondsOf(kMark, all.first(all.size() / 2)) * speed / 0.1 / kClips;
            end += secondsOf(kMark, all.subspan(all.size() / 2)) * speed / 0.1 / kClips;
        }
        QVERIFY2(begin > 0.7 && begin < 1.3, qPrintable(QString::number(begin)));
        QVERIFY2(end > 0.9 && end < 1.1, qPrintable(QString::number(end)));
    }

    void worksAtOtherRates() {
        const AudioClip clip{sounds::sine(kBackground, 0.5, 48000, 48000), 48000};
        const AudioClip result = changeTempo(clip, 2.0);
        QCOMPARE(result.sampleRate, 48000);
        QCOMPARE(result.samples.size(), std::size_t{24000});
    }

    void refuses_data() {
        QTest::addColumn<double>("speed");
        QTest::addColumn<int>("rate");
        QTest::newRow("too slow") << 0.49 << 44100;
        QTest::newRow("too fast") << 2.01 << 44100;
        QTest::newRow("zero") << 0.0 << 44100;
        QTest::newRow("negative") << -1.0 << 44100;
        QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << 44100;
        QTest::newRow("no rate") << 1.5 << 0;
    }

    void refuses() {
        QFETCH(const double, speed);
        QFETCH(const int, rate);
        const AudioClip clip{std::vector<float>(1000), rate};
        try {
            static_cast<void>(changeTempo(clip, speed));
            QFAIL("nothing was thrown");
        } catch (const parley::EngineError& failure) {
            QCOMPARE(failure.error().code, parley::ErrorCode::OptionInvalid);
        }
    }
};

QTEST_GUILESS_MAIN(TestTempo)
#include "test_tempo.moc"
