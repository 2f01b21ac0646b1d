// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/waveform_peaks.h"

#include <QTest>
#include <limits>

using parley::ui::SoundTrack;
using parley::ui::WaveformPeaks;

class TestWaveformPeaks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsLowAndHigh() {
        std::vector<float> samples(1000);
        samples[300] = 0.5F;
        samples[400] = -0.25F;
        const SoundTrack track(samples);
        WaveformPeaks peaks;
        QCOMPARE(peaks.update(track, 10'000), std::size_t{1000});
        QCOMPARE(peaks.between(0, 1000).high, 0.5F);
        QCOMPARE(peaks.between(0, 1000).low, -0.25F);
        QCOMPARE(peaks.between(0, 256).high, 0.0F);
        QCOMPARE(peaks.between(300, 301).high, 0.5F);
        QCOMPARE(peaks.between(5000, 6000).high, 0.0F);
    }

    void growsAsTheSoundDoes() {
        SoundTrack track;
        WaveformPeaks whole;
        WaveformPeaks pieces;
        std::vector<float> all;
        for (int i = 0; i < 40; ++i) { // pieces that end in the middle of a bucket
            std::vector<float> samples(static_cast<std::size_t>(37 * i + 1), static_cast<float>(i) / 64.0F);
            track.append(samples);
            pieces.update(track, 1'000'000);
            all.insert(all.end(), samples.begin(), samples.end());
        }
        whole.update(SoundTrack(all), 1'000'000);
        QCOMPARE(pieces.sampleCount(), all.size());
        for (std::size_t at = 0; at < all.size(); at += 100) {
            QCOMPARE(pieces.between(at, at + 300).high, whole.between(at, at + 300).high);
            QCOMPARE(pieces.between(at, at + 300).low, whole.between(at, at + 300).low);
        }
    }

    void looksAtNoMoreThanAsked() {
        const SoundTrack track(std::vector<float>(100'000, 0.1F));
        WaveformPeaks peaks;
        QCOMPARE(peaks.update(track, 30'000), std::size_t{30'000});
        QCOMPARE(peaks.sampleCount(), std::size_t{30'000});
        QCOMPARE(peaks.update(track, 100'000), std::size_t{70'000});
        QCOMPARE(peaks.update(track, 100'000), std::size_t{0});
    }

    void survivesBrokenSamples() {
        const float nan = std::numeric_limits<float>::quiet_NaN();
        const float infinite = std::numeric_limits<float>::infinity();
        const SoundTrack track(std::vector<float>{nan, 7.0F, -infinite, 0.5F});
        WaveformPeaks peaks;
        peaks.update(track, 10);
        QCOMPARE(peaks.between(0, 4).high, 1.0F);
        QCOMPARE(peaks.between(0, 4).low, 0.0F);
    }
};

QTEST_GUILESS_MAIN(TestWaveformPeaks)
#include "test_waveform_peaks.moc"
