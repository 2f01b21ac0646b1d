// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "player/track_stream.h"

#include <QTest>
#include <cmath>

using parley::kSampleRate;
using parley::ui::SoundTrack;
using parley::ui::TrackStream;
using Phase = TrackStream::Phase;

namespace {

constexpr std::size_t kSecond = kSampleRate;

/// Every sample differs from its neighbours, and none is zero.
std::vector<float> ramp(std::size_t count) {
    std::vector<float> samples(count);
    for (std::size_t i = 0; i < count; ++i) {
        samples[i] = 0.1F + static_cast<float>(i % 10'007) * 1e-5F;
    }
    return samples;
}

std::vector<float> take(TrackStream& stream, std::size_t count, std::size_t piece = 441) {
    std::vector<float> all(count);
    for (std::size_t at = 0; at < count; at += piece) {
        stream.fill(std::span(all).subspan(at, std::min(piece, count - at)));
    }
    return all;
}

} // namespace

class TestTrackStream : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesTheTrackToTheBitAndThenSilence() {
        const auto samples = ramp(50'000);
        TrackStream stream;
        stream.start(std::make_shared<SoundTrack>(samples), 0);
        const auto heard = take(stream, 60'000);
        QVERIFY(std::equal(samples.begin(), samples.end(), heard.begin()));
        QVERIFY(std::all_of(heard.begin() + 50'000, heard.end(), [](float sample) { return sample == 0.0F; }));
        QCOMPARE(stream.placeOf(10'000).seconds, 10'000.0 / kSampleRate);
        QCOMPARE(stream.placeOf(10'000).phase, Phase::Sounding);
        QCOMPARE(stream.placeOf(50'000).phase, Phase::Ended);
        QCOMPARE(stream.placeOf(59'000).seconds, 50'000.0 / kSampleRate);
    }

    void startsInTheMiddle() {
        const auto samples = ramp(50'000);
        TrackStream stream;
        stream.start(std::make_shared<SoundTrack>(samples), 22'050.0 / kSampleRate);
        const auto heard = take(stream, 1000);
        QVERIFY(std::equal(heard.begin(), heard.end(), samples.begin() + 22'050));
        QCOMPARE(stream.placeOf(441).seconds, (22'050.0 + 441) / kSampleRate);
    }

    void silenceMayComeFirst() {
        const auto samples = ramp(5000);
        TrackStream stream;
        stream.start(std::make_shared<SoundTrack>(samples), 0, 1000);
        const auto heard = take(stream, 6000);
        QVERIFY(std::all_of(heard.begin(), heard.begin() + 1000, [](float sample) { return sample == 0.0F; }));
        QVERIFY(std::equal(samples.begin(), samples.end(), heard.begin() + 1000));
        QCOMPARE(stream.placeOf(900).seconds, 0.0);
        QCOMPARE(stream.placeOf(900).phase, Phase::Sounding);
        QCOMPARE(stream.placeOf(3000).seconds, 2000.0 / kSampleRate);
    }

    void loopsWithoutAGap() {
        const auto samples = ramp(10'000);
        TrackStream stream;
        stream.setLoop(true);
        stream.start(std::make_shared<SoundTrack>(samples), 0);
        const auto heard = take(stream, 35'000);
        for (std::size_t i = 0; i < heard.size(); ++i) {
            QCOMPARE(heard[i], samples[i % 10'000]);
        }
        QVERIFY(std::abs(stream.placeOf(23'000).seconds - 3000.0 / kSampleRate) < 1e-6);
        stream.setLoop(false);
        take(stream, 20'000);
        QCOMPARE(stream.placeOf(54'000).phase, Phase::Ended);
    }

    void waitsForAGrowingTrackAndGoesOn() {
        const auto samples = ramp(40'000);
        const auto track = std::make_shared<SoundTrack>();
        track->append(std::span(samples).first(20'000));
        TrackStream stream;
        stream.start(track, 0);
        auto heard = take(stream, 25'000);
        QCOMPARE(stream.placeOf(19'999).phase, Phase::Sounding);
        QCOMPARE(stream.placeOf(20'000).phase, Phase::Waiting);
        QCOMPARE(stream.placeOf(24'000).seconds, 20'000.0 / kSampleRate);
        track->append(std::span(samples).subspan(20'000, 1000)); // a crumb isn't worth going on for
        take(stream, 1000);
        QCOMPARE(stream.placeOf(25'500).phase, Phase::Waiting);
        track->append(std::span(samples).subspan(21'000));
        track->setComplete();
        heard = take(stream, 25'000);
        QVERIFY(std::equal(heard.begin(), heard.begin() + 20'000, samples.begin() + 20'000));
        QCOMPARE(stream.placeOf(26'001).phase, Phase::Sounding);
        QVERIFY(std::abs(stream.placeOf(30'000).seconds - 24'000.0 / kSampleRate) < 1e-6);
        QCOMPARE(stream.placeOf(46'001).phase, Phase::Ended);
    }

    void doubleTempoTakesHalfTheFrames() {
        TrackStream stream;
        stream.setTempo(2.0);
        stream.start(std::make_shared<SoundTrack>(ramp(4 * kSecond)), 0);
        take(stream, 3 * kSecond);
        QVERIFY(std::abs(stream.placeOf(kSampleRate).seconds - 2.0) < 0.06);
        QCOMPARE(stream.placeOf(2 * kSampleRate - 2000).phase, Phase::Sounding);
        QCOMPARE(stream.placeOf(2 * kSampleRate + 4000).phase, Phase::Ended);
        QCOMPARE(stream.placeOf(2 * kSampleRate + 4000).seconds, 4.0);
    }

    void tempoChangesOnTheWay() {
        TrackStream stream;
        stream.start(std::make_shared<SoundTrack>(ramp(10 * kSecond)), 0);
        take(stream, kSecond);
        stream.setTempo(0.5);
        take(stream, 2 * kSecond);
        stream.setTempo(1.0);
        take(stream, kSecond);
        QVERIFY(std::abs(stream.placeOf(kSampleRate / 2).seconds - 0.5) < 1e-6);
        QVERIFY(std::abs(stream.placeOf(88'200).seconds - 1.5) < 0.06);
        QVERIFY(std::abs(stream.placeOf(176'399).seconds - 3.0) < 0.1);
    }

    void survivesNothing() {
        TrackStream stream;
        QCOMPARE(take(stream, 1000), std::vector<float>(1000));
        stream.setLoop(true);
        stream.start(std::make_shared<SoundTrack>(std::vector<float>()), 5.0);
        QCOMPARE(take(stream, 1000), std::vector<float>(1000));
        QCOMPARE(stream.placeOf(500).phase, Phase::Ended);
    }
};

QTEST_GUILESS_MAIN(TestTrackStream)
#include "test_track_stream.moc"
