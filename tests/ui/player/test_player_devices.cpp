// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "player/player.h"
#include "ui/support/pulse_server.h"

#include <QMediaDevices>
#include <QSignalSpy>
#include <QTest>

using parley::kSampleRate;
using parley::test::PulseServer;
using parley::test::SinkRecorder;
using parley::ui::Player;
using parley::ui::SoundTrack;
using State = parley::ui::Player::State;

namespace {

constexpr int kPatienceMs = 20'000;

std::shared_ptr<SoundTrack> longSound() {
    return std::make_shared<SoundTrack>(std::vector<float>(std::size_t{60} * kSampleRate, 0.3F));
}

} // namespace

/// The functions run in their order: the server ends before the last ones.
class TestPlayerDevices : public QObject {
    Q_OBJECT

public:
    static void initMain() { sharedServer = std::make_unique<PulseServer>(); }

private Q_SLOTS:
    void initTestCase() {
        if (!PulseServer::isInstalled()) {
            QSKIP("There is no pulseaudio program on this machine, so no device can vanish.");
        }
        QVERIFY(sharedServer->start());
    }

    void cleanupTestCase() { sharedServer.reset(); }

    void goesOnWhenTheDeviceVanishes() {
        const QString module = sharedServer->addSink(QStringLiteral("extra"));
        QVERIFY(!module.isEmpty());
        SinkRecorder main;
        QVERIFY(main.start(QStringLiteral("main")));
        Player player;
        QSignalSpy problems(&player, &Player::problem);
        player.load(longSound());
        player.setDevice(QStringLiteral("extra"));
        player.play();
        QTRY_VERIFY_WITH_TIMEOUT(player.position() > 0.3, kPatienceMs);
        QCOMPARE(problems.count(), 0);
        QVERIFY(main.sound().empty());

        QVERIFY(sharedServer->unloadModule(module));
        QTRY_COMPARE_WITH_TIMEOUT(problems.count(), 1, kPatienceMs);
        QVERIFY2(problems.at(0).at(0).toString().contains(QStringLiteral("extra")),
                 qPrintable(problems.at(0).at(0).toString()));
        QVERIFY(player.isActive());
        const double place = player.position();
        QTRY_VERIFY_WITH_TIMEOUT(player.position() > place + 0.3, kPatienceMs);
        QVERIFY(!main.sound().empty());
    }

    void saysWhenTheChosenDeviceIsNotThere() {
        Player player;
        QSignalSpy problems(&player, &Player::problem);
        player.load(longSound());
        player.setDevice(QStringLiteral("gone"));
        player.play();
        QCOMPARE(problems.count(), 1);
        QCOMPARE(player.state(), State::Playing);
        QTRY_VERIFY_WITH_TIMEOUT(player.position() > 0.1, kPatienceMs);
    }

    void changesTheDeviceWhilePlaying() {
        const QString module = sharedServer->addSink(QStringLiteral("other"));
        SinkRecorder other;
        QVERIFY(other.start(QStringLiteral("other")));
        Player player;
        player.load(longSound());
        player.play();
        QTRY_VERIFY_WITH_TIMEOUT(player.position() > 0.2, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(QMediaDevices::audioOutputs().size() == 2, kPatienceMs);
        player.setDevice(QStringLiteral("other"));
        QTRY_VERIFY_WITH_TIMEOUT(!other.sound().empty(), kPatienceMs);
        QVERIFY(player.isActive());
        QVERIFY(sharedServer->unloadModule(module));
    }

    void pausesWhenTheServerEnds() {
        Player player;
        QSignalSpy problems(&player, &Player::problem);
        player.load(longSound());
        player.play();
        QTRY_VERIFY_WITH_TIMEOUT(player.position() > 0.3, kPatienceMs);
        sharedServer->stop();
        QTRY_COMPARE_WITH_TIMEOUT(player.state(), State::Paused, kPatienceMs);
        QVERIFY(problems.count() >= 1);
        QVERIFY(player.position() > 0.2);
    }

    void withoutTheServerItSaysSo() {
        Player player;
        QSignalSpy problems(&player, &Player::problem);
        player.load(longSound());
        player.play();
        QTRY_COMPARE_WITH_TIMEOUT(problems.count(), 1, kPatienceMs);
        QVERIFY(!player.isActive());
        player.seek(2.0);
        QCOMPARE(player.position(), 2.0);
        player.stop();
    }

private:
    inline static std::unique_ptr<PulseServer> sharedServer;
};

QTEST_MAIN(TestPlayerDevices)
#include "test_player_devices.moc"
