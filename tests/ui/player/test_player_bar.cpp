// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "player/player_bar.h"
#include "widgets/notice_bar.h"
#include "widgets/waveform_view.h"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>

using parley::kSampleRate;
using parley::ui::NoticeBar;
using parley::ui::Player;
using parley::ui::PlayerBar;
using parley::ui::SoundTrack;
using parley::ui::WaveformView;

namespace {

std::shared_ptr<SoundTrack> sound(double seconds) {
    return std::make_shared<SoundTrack>(std::vector<float>(static_cast<std::size_t>(seconds * kSampleRate), 0.3F));
}

} // namespace

/// The bar on a machine without a sound server.
class TestPlayerBar : public QObject {
    Q_OBJECT

public:
    static void initMain() { qputenv("PULSE_SERVER", "unix:/nowhere/at/all"); }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void init() {
        m_player = std::make_unique<Player>();
        m_bar = std::make_unique<PlayerBar>(*m_player);
        m_bar->resize(900, 100);
        m_bar->show();
        m_bar->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
    }

    void cleanup() {
        m_bar.reset();
        m_player.reset();
    }

    void nothingLoaded() {
        QVERIFY(!button("playerPlay")->isEnabled());
        QCOMPARE(label("playerTitle"), QStringLiteral("Nothing to play yet"));
        QCOMPARE(label("playerTime"), QStringLiteral("0:00.0 / 0:00.0"));
    }

    void showsTheTake() {
        m_player->load(sound(69.9));
        m_bar->setTitle(QStringLiteral("Take 3"));
        QVERIFY(button("playerPlay")->isEnabled());
        QCOMPARE(label("playerTitle"), QStringLiteral("Take 3"));
        m_player->seek(3.2);
        QCOMPARE(label("playerTime"), QStringLiteral("0:03.2 / 1:09.9"));
    }

    void lengthGrowsWithTheTake() {
        const auto track = std::make_shared<SoundTrack>();
        m_player->load(track);
        track->append(std::vector<float>(kSampleRate, 0.1F));
        QTRY_COMPARE(label("playerTime"), QStringLiteral("0:00.0 / 0:01.0"));
        track->append(std::vector<float>(kSampleRate, 0.1F));
        track->setComplete();
        QTRY_COMPARE(label("playerTime"), QStringLiteral("0:00.0 / 0:02.0"));
    }

    void seeksByKeyAndClick() {
        m_player->load(sound(10));
        auto* const waveform = m_bar->findChild<WaveformView*>(QStringLiteral("playerWaveform"));
        waveform->setFocus();
        QTest::keyClick(waveform, Qt::Key_Right);
        QCOMPARE(m_player->position(), 1.0);
        QTest::mouseClick(waveform, Qt::LeftButton, {}, waveform->rect().center());
        QVERIFY(qAbs(m_player->position() - 5.0) < 0.1);
        QTest::mouseClick(button("playerStop"), Qt::LeftButton);
        QCOMPARE(m_player->position(), 0.0);
        QCOMPARE(waveform->position(), 0.0);
    }

    void withoutASoundServerItSaysSo() {
        m_player->load(sound(1));
        auto* const notice = m_bar->findChild<NoticeBar*>(QStringLiteral("playerNotice"));
        QTest::mouseClick(button("playerPlay"), Qt::LeftButton);
        QTRY_VERIFY(notice->isVisible());
        QVERIFY(!notice->text().isEmpty());
        QVERIFY(!m_player->isActive());
        QTest::mouseClick(notice->findChild<QPushButton*>(QStringLiteral("noticeAction0")), Qt::LeftButton);
        QTRY_VERIFY(notice->isVisible());
    }

    void spacePlays() {
        m_player->load(sound(1));
        QSignalSpy problems(m_player.get(), &Player::problem); // the sign that it was tried
        auto* const waveform = m_bar->findChild<WaveformView*>(QStringLiteral("playerWaveform"));
        waveform->setFocus();
        QTest::keyClick(waveform, Qt::Key_Space);
        QTRY_COMPARE(problems.count(), 1);
    }

    void speedAndReset() {
        auto* const speed = m_bar->findChild<QDoubleSpinBox*>(QStringLiteral("playerSpeed"));
        speed->setFocus();
        QTest::keyClick(speed, Qt::Key_Up);
        QCOMPARE(m_player->speed(), 1.05);
        QTest::mouseClick(button("playerSpeedReset"), Qt::LeftButton);
        QCOMPARE(m_player->speed(), 1.0);
        QVERIFY(!button("playerSpeedReset")->isEnabled());
        m_player->setSpeed(2.0);
        QCOMPARE(speed->value(), 2.0);
    }

    void volumeAndMute() {
        auto* const volume = m_bar->findChild<QSlider*>(QStringLiteral("playerVolume"));
        volume->setValue(60);
        QCOMPARE(m_player->volume(), 0.6);
        QTest::mouseClick(button("playerMute"), Qt::LeftButton);
        QCOMPARE(m_player->volume(), 0.0);
        QTest::mouseClick(button("playerMute"), Qt::LeftButton);
        QCOMPARE(m_player->volume(), 0.6);
        m_player->setVolume(0.2);
        QCOMPARE(volume->value(), 20);
    }

    void loopFollowsBothWays() {
        QTest::mouseClick(button("playerLoop"), Qt::LeftButton);
        QVERIFY(m_player->loop());
        m_player->setLoop(false);
        QVERIFY(!button("playerLoop")->isChecked());
    }

    void comparesWhenThereAreTwo() {
        QSignalSpy compare(m_bar.get(), &PlayerBar::compareRequested);
        QTest::mouseClick(button("playerCompare"), Qt::LeftButton);
        QCOMPARE(compare.count(), 0);
        m_bar->setCompareAvailable(true);
        QTest::mouseClick(button("playerCompare"), Qt::LeftButton);
        QCOMPARE(compare.count(), 1);
    }

    void saysWhenItWillBeReady() {
        m_bar->setReadyIn(3.2);
        QCOMPARE(label("playerStatus"), QStringLiteral("Ready to play in 4 s"));
        m_bar->setReadyIn(std::nullopt);
        QVERIFY(!m_bar->findChild<QLabel*>(QStringLiteral("playerStatus"))->isVisible());
    }

    void everyControlHasANameAndTheKeyboard() {
        const auto buttons = m_bar->findChildren<QToolButton*>();
        for (const QToolButton* control : buttons) {
            QVERIFY2(!control->accessibleName().isEmpty(), qPrintable(control->objectName()));
            QVERIFY2(control->focusPolicy() == Qt::StrongFocus, qPrintable(control->objectName()));
        }
    }

private:
    [[nodiscard]] QToolButton* button(const char* name) const {
        return m_bar->findChild<QToolButton*>(QLatin1String(name));
    }
    [[nodiscard]] QString label(const char* name) const {
        return m_bar->findChild<QLabel*>(QLatin1String(name))->text();
    }

    std::unique_ptr<Player> m_player;
    std::unique_ptr<PlayerBar> m_bar;
};

QTEST_MAIN(TestPlayerBar)
#include "test_player_bar.moc"
