// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "player/player.h"
#include "ui/support/pulse_server.h"

#include <QSignalSpy>
#include <QTest>
#include <cmath>
#include <numbers>

using parley::kSampleRate;
using parley::test::PulseServer;
using parley::test::SinkRecorder;
using parley::ui::Player;
using parley::ui::SoundTrack;
using State = parley::ui::Player::State;

namespace {

constexpr int kPatienceMs = 20'000;

/// Noise that never repeats, so that only one place of a recording fits.
std::vector<float> noise(double seconds) {
    std::vector<float> samples(static_cast<std::size_t>(seconds * kSampleRate));
    quint32 state = 12345;
    for (float& sample : samples) {
        state = state * 1664525U + 1013904223U;
        sample = (static_cast<float>(state >> 8U) / 16777216.0F - 0.5F) * 0.8F;
    }
    return samples;
}

std::vector<float> tone(double frequency, double seconds) {
    std::vector<float> samples(static_cast<std::size_t>(seconds * kSampleRate));
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double phase = 2.0 * std::numbers::pi * frequency * static_cast<double>(i) / kSampleRate;
        samples[i] = static_cast<float>(0.5 * std::sin(phase));
    }
    return samples;
}

double frequencyOf(std::span<const float> samples) {
    double crossings = 0;
    for (std::size_t i = 1; i < samples.size(); ++i) {
        crossings += (samples[i - 1] < 0.0F) != (samples[i] < 0.0F) ? 1.0 : 0.0;
    }
    return crossings / 2.0 * kSampleRate / static_cast<double>(samples.size());
}

/// Where `pattern` fits best into `sound`, by cross-correlation.
std::size_t find(std::span<const float> pattern, std::span<const float> sound) {
    std::size_t best = 0;
    float most = -1.0F;
    for (std::size_t at = 0; at + pattern.size() <= sound.size(); ++at) {
        float product = 0;
        for (std::size_t i = 0; i < pattern.size(); ++i) {
            product += pattern[i] * sound[at + i];
        }
        if (product > most) {
            most = product;
            best = at;
        }
    }
    return best;
}

double seconds(const std::vector<float>& samples) {
    return static_cast<double>(samples.size()) / kSampleRate;
}

} // namespace

class TestPlayer : public QObject {
    Q_OBJECT

public:
    static void initMain() { sharedServer = std::make_unique<PulseServer>(); }

private Q_SLOTS:
    void initTestCase() {
        if (!PulseServer::isInstalled()) {
            QSKIP("There is no pulseaudio program on this machine, so nothing can be played and recorded.");
        }
        QVERIFY(sharedServer->start());
    }

    void init() {
        m_player = std::make_unique<Player>();
        m_recorder = std::make_unique<SinkRecorder>();
        QVERIFY(m_recorder->start(QStringLiteral("main")));
    }

    void cleanup() {
        m_player.reset();
        m_recorder.reset();
    }

    void cleanupTestCase() { sharedServer.reset(); }

    void soundArrivesAsItIs() {
        const auto sound = noise(1.5);
        m_player->load(std::make_shared<SoundTrack>(sound));
        QSignalSpy positions(m_player.get(), &Player::positionChanged);
        m_player->play();
        QCOMPARE(m_player->state(), State::Playing);
        QTRY_COMPARE_WITH_TIMEOUT(m_player->state(), State::Stopped, kPatienceMs);
        const auto& heard = m_recorder->samples();
        constexpr std::size_t kFrom = 30'000;
        const std::size_t at = find(std::span(sound).subspan(kFrom, 500), heard);
        QVERIFY(at >= kFrom && at - kFrom + sound.size() <= heard.size());
        float worst = 0;
        for (std::size_t i = 0; i < sound.size(); ++i) {
            worst = std::max(worst, std::abs(sound[i] - heard[at - kFrom + i]));
        }
        QVERIFY2(worst < 1e-3F, qPrintable(QString::number(worst)));
        QVERIFY(positions.count() > 20);
        QCOMPARE(m_player->position(), 1.5);
    }

    void seeksIntoASoundThatIsStillRead() {
        const auto track = std::make_shared<SoundTrack>();
        m_player->load(track);
        m_player->seek(1.0);
        m_player->play();
        QTRY_COMPARE(m_player->state(), State::Waiting);
        track->append(noise(1.5));
        track->setComplete();
        QTRY_COMPARE(m_player->state(), State::Playing);
        QVERIFY2(m_player->position() >= 1.0, qPrintable(QString::number(m_player->position())));
        QTRY_COMPARE_WITH_TIMEOUT(m_player->state(), State::Stopped, kPatienceMs);
        QCOMPARE(m_player->position(), 1.5);
    }

    void doubleSpeedTakesHalfTheSamples() {
        m_player->setSpeed(2.0);
        m_player->load(std::make_shared<SoundTrack>(tone(440, 3.0)));
        m_player->play();
        QTRY_COMPARE_WITH_TIMEOUT(m_player->state(), State::Stopped, kPatienceMs);
        const auto heard = m_recorder->sound();
        QVERIFY2(qAbs(seconds(heard) - 1.5) < 0.1, qPrintable(QString::number(seconds(heard))));
        QVERIFY(qAbs(frequencyOf(heard) - 440) < 5);
    }

    void seekIsHeardAtOnce() {
        auto sound = tone(300, 5.0);
        const auto end = tone(900, 0.5);
        sound.insert(sound.end(), end.begin(), end.end());
        m_player->load(std::make_shared<SoundTrack>(sound));
        m_player->seek(5.0);
        QCOMPARE(m_player->position(), 5.0);
        m_player->play();
        QTRY_COMPARE_WITH_TIMEOUT(m_player->state(), State::Stopped, kPatienceMs);
        QVERIFY(qAbs(frequencyOf(m_recorder->sound()) - 900) < 10);
        // While it plays: what was in the buffer isn't played to its end.
        m_player->play();
        QTRY_VERIFY_WITH_TIMEOUT(m_player->position() > 0.2, kPatienceMs);
        m_player->seek(4.9);
        QTRY_COMPARE_WITH_TIMEOUT(m_player->state(), State::Stopped, kPatienceMs);
        QVERIFY(seconds(m_recorder->samples()) < 5.0);
    }

    void loopsUntilToldNotTo() {
        const auto sound = noise(0.4);
        m_player->load(std::make_shared<SoundTrack>(sound));
        m_player->setLoop(true);
        m_player->play();
        QTRY_VERIFY_WITH_TIMEOUT(seconds(m_recorder->sound()) > 1.4, kPatienceMs);
        m_player->setLoop(false);
        QTRY_COMPARE_WITH_TIMEOUT(m_player->state(), State::Stopped, kPatienceMs);
        const auto heard = m_recorder->sound();
        const double rounds = seconds(heard) / 0.4;
        QVERIFY2(qAbs(rounds - std::round(rounds)) < 0.02, qPrintable(QString::number(rounds)));
    }

    void pauseKeepsThePlace() {
        m_player->load(std::make_shared<SoundTrack>(noise(1.0)));
        m_player->play();
        QTRY_VERIFY_WITH_TIMEOUT(m_player->position() > 0.3, kPatienceMs);
        m_player->pause();
        QCOMPARE(m_player->state(), State::Paused);
        const double place = m_player->position();
        QTRY_VERIFY_WITH_TIMEOUT(seconds(m_recorder->samples()) > 1.5, kPatienceMs);
        QCOMPARE(m_player->position(), place);
        m_player->play();
        QTRY_COMPARE_WITH_TIMEOUT(m_player->state(), State::Stopped, kPatienceMs);
        m_player->stop();
        QCOMPARE(m_player->position(), 0.0);
    }

    void waitsForTheRestOfATake() {
        const auto sound = noise(1.2);
        const auto track = std::make_shared<SoundTrack>();
        track->append(std::span(sound).first(22'050));
        m_player->load(track);
        m_player->play();
        QTRY_COMPARE_WITH_TIMEOUT(m_player->state(), State::Waiting, kPatienceMs);
        QVERIFY(m_player->isActive());
        track->append(std::span(sound).subspan(22'050));
        track->setComplete();
        QTRY_COMPARE_WITH_TIMEOUT(m_player->state(), State::Playing, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_player->state(), State::Stopped, kPatienceMs);
        QVERIFY(seconds(m_recorder->sound()) >= 1.19);
    }

    void switchesTakesAtTheSamePlace() {
        m_player->load(std::make_shared<SoundTrack>(tone(300, 2.0)));
        m_player->play();
        QTRY_VERIFY_WITH_TIMEOUT(m_player->position() > 0.5, kPatienceMs);
        m_player->switchTrack(std::make_shared<SoundTrack>(tone(900, 1.5)));
        QVERIFY(m_player->isActive());
        QVERIFY(m_player->position() > 0.5);
        QTRY_COMPARE_WITH_TIMEOUT(m_player->state(), State::Stopped, kPatienceMs);
        const auto heard = m_recorder->sound();
        QVERIFY(qAbs(frequencyOf(std::span(heard).first(8820)) - 300) < 10);
        QVERIFY(qAbs(frequencyOf(std::span(heard).last(8820)) - 900) < 10);
        QVERIFY(seconds(heard) < 1.8);
    }

    void volumeIsHeard() {
        m_player->setVolume(0.25);
        m_player->load(std::make_shared<SoundTrack>(tone(440, 0.5)));
        m_player->play();
        QTRY_COMPARE_WITH_TIMEOUT(m_player->state(), State::Stopped, kPatienceMs);
        const auto heard = m_recorder->sound();
        QVERIFY(qAbs(*std::max_element(heard.begin(), heard.end()) - 0.125F) < 0.005F);
    }

    void withoutATrackNothingHappens() {
        QSignalSpy problems(m_player.get(), &Player::problem);
        m_player->play();
        m_player->seek(3.0);
        m_player->stop();
        QCOMPARE(m_player->state(), State::Stopped);
        QCOMPARE(m_player->position(), 0.0);
        QCOMPARE(problems.count(), 0);
    }

private:
    inline static std::unique_ptr<PulseServer> sharedServer;
    std::unique_ptr<Player> m_player;
    std::unique_ptr<SinkRecorder> m_recorder;
};

QTEST_MAIN(TestPlayer)
#include "test_player.moc"
