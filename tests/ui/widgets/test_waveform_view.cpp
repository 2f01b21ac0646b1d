// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/waveform_view.h"

#include <QAccessible>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <cmath>

using parley::ui::SoundTrack;
using parley::ui::WaveformView;
using Selection = WaveformView::Selection;

namespace {

constexpr std::size_t kSecond = 44100;

std::shared_ptr<SoundTrack> sound(double seconds, float level = 0.5F) {
    return std::make_shared<SoundTrack>(std::vector<float>(static_cast<std::size_t>(seconds * kSecond), level));
}

/// Where a part of the width lies; the view leaves a margin for its handles.
QPoint at(const WaveformView& view, double share) {
    return {6 + qRound((view.width() - 12) * share), view.height() / 2};
}

/// How many pixels differ in columns from `first` to `last` of two pictures.
int differences(const QImage& one, const QImage& other, int first, int last) {
    int count = 0;
    for (int x = first; x < last; ++x) {
        for (int y = 0; y < one.height(); ++y) {
            count += one.pixel(x, y) != other.pixel(x, y) ? 1 : 0;
        }
    }
    return count;
}

} // namespace

class TestWaveformView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_view = std::make_unique<WaveformView>();
        m_view->resize(412, 60);
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_view->setFocus();
    }

    void cleanup() { m_view.reset(); }

    void clickAndDragSeek() {
        m_view->setTrack(sound(10));
        QSignalSpy seeks(m_view.get(), &WaveformView::seekRequested);
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, at(*m_view, 0.25));
        QCOMPARE(seeks.count(), 1);
        QVERIFY(qAbs(seeks.last().at(0).toDouble() - 2.5) < 0.05);
        QTest::mouseMove(m_view.get(), at(*m_view, 0.75));
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, at(*m_view, 0.75));
        QVERIFY(qAbs(seeks.last().at(0).toDouble() - 7.5) < 0.05);
        QVERIFY(qAbs(m_view->position() - 7.5) < 0.05);
        const int before = static_cast<int>(seeks.count());
        QTest::mouseMove(m_view.get(), at(*m_view, 0.5));
        QCOMPARE(seeks.count(), before);
    }

    void keysSeek_data() {
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("shift");
        QTest::addColumn<double>("expected");
        QTest::newRow("left") << int(Qt::Key_Left) << false << 3.0;
        QTest::newRow("right") << int(Qt::Key_Right) << false << 5.0;
        QTest::newRow("fine left") << int(Qt::Key_Left) << true << 3.9;
        QTest::newRow("page up") << int(Qt::Key_PageUp) << false << 9.0;
        QTest::newRow("page down") << int(Qt::Key_PageDown) << false << 0.0;
        QTest::newRow("home") << int(Qt::Key_Home) << false << 0.0;
        QTest::newRow("end") << int(Qt::Key_End) << false << 10.0;
    }

    void keysSeek() {
        QFETCH(const int, key);
        QFETCH(const bool, shift);
        QFETCH(const double, expected);
        m_view->setTrack(sound(10));
        m_view->setPosition(4.0);
        QSignalSpy seeks(m_view.get(), &WaveformView::seekRequested);
        QTest::keyClick(m_view.get(), static_cast<Qt::Key>(key), shift ? Qt::ShiftModifier : Qt::NoModifier);
        QCOMPARE(seeks.count(), 1);
        QVERIFY(qAbs(seeks.last().at(0).toDouble() - expected) < 1e-6);
    }

    void doesNotSeekPastTheSound() {
        m_view->setTrack(sound(2));
        m_view->setExpectedSeconds(10);
        QSignalSpy seeks(m_view.get(), &WaveformView::seekRequested);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(*m_view, 0.9));
        QCOMPARE(seeks.last().at(0).toDouble(), 2.0);
    }

    void withoutASoundNothingHappens() {
        QSignalSpy seeks(m_view.get(), &WaveformView::seekRequested);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(*m_view, 0.5));
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(seeks.count(), 0);
    }

    void handlesAreDragged() {
        m_view->setTrack(sound(10));
        m_view->setSelection(Selection{2.0, 8.0});
        QSignalSpy changes(m_view.get(), &WaveformView::selectionChanged);
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, at(*m_view, 0.2));
        QTest::mouseMove(m_view.get(), at(*m_view, 0.4));
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, at(*m_view, 0.4));
        QVERIFY(changes.count() > 0);
        QVERIFY(qAbs(m_view->selection()->from - 4.0) < 0.1);
        QCOMPARE(m_view->selection()->to, 8.0);
        // Past the other handle it stops short of it.
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, at(*m_view, 0.4));
        QTest::mouseMove(m_view.get(), at(*m_view, 1.0));
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, at(*m_view, 1.0));
        QVERIFY(m_view->selection()->from < m_view->selection()->to);
    }

    void tabChoosesAHandleForTheKeys() {
        m_view->setTrack(sound(10));
        m_view->setSelection(Selection{2.0, 8.0});
        QTest::keyClick(m_view.get(), Qt::Key_Tab);
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QVERIFY(qAbs(m_view->selection()->from - 2.1) < 1e-6);
        QTest::keyClick(m_view.get(), Qt::Key_Tab);
        QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(qAbs(m_view->selection()->to - 7.99) < 1e-6);
        QTest::keyClick(m_view.get(), Qt::Key_Backtab);
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(m_view->selection()->from, 0.0);
    }

    void tabLeavesInTheEnd() {
        QWidget window;
        auto* const rows = new QVBoxLayout(&window);
        auto* const view = new WaveformView;
        auto* const after = new QLineEdit;
        rows->addWidget(view);
        rows->addWidget(after);
        view->setTrack(sound(1));
        view->setSelection(Selection{0.2, 0.8});
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        view->setFocus(Qt::TabFocusReason);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(view->hasFocus());
            QTest::keyClick(view, Qt::Key_Tab);
        }
        QVERIFY(after->hasFocus());
    }

    void growsWithTheSound() {
        const auto track = std::make_shared<SoundTrack>();
        m_view->setTrack(track);
        m_view->setExpectedSeconds(2.0);
        const QImage before = m_view->grab().toImage();
        track->append(std::vector<float>(kSecond, 0.5F));
        QTRY_VERIFY(differences(before, m_view->grab().toImage(), 10, 190) > 1000);
        QCOMPARE(differences(before, m_view->grab().toImage(), 220, 400), 0);
    }

    void showsWhatWasPlayed() {
        m_view->setTrack(sound(10));
        m_view->clearFocus();
        const QImage before = m_view->grab().toImage();
        m_view->setPosition(5.0);
        const QImage after = m_view->grab().toImage();
        QVERIFY(differences(before, after, 20, 180) > 1000);
        QCOMPARE(differences(before, after, 220, 400), 0);
    }

    void screenReadersHearTheTime() {
        m_view->setTrack(sound(10));
        m_view->setPosition(3.2);
        QAccessibleInterface* const accessible = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(accessible != nullptr);
        QCOMPARE(accessible->role(), QAccessible::Slider);
        QCOMPARE(accessible->text(QAccessible::Value), QStringLiteral("3.2 of 10.0 seconds"));
        QSignalSpy seeks(m_view.get(), &WaveformView::seekRequested);
        QVERIFY(accessible->valueInterface() != nullptr);
        QCOMPARE(accessible->valueInterface()->maximumValue().toDouble(), 10.0);
        accessible->valueInterface()->setCurrentValue(6.0);
        QCOMPARE(seeks.last().at(0).toDouble(), 6.0);
    }

    void screenReadersHearTheHandles() {
        m_view->setAccessibleName("Sound");
        m_view->setTrack(sound(10));
        m_view->setSelection(Selection{2.0, 8.0});
        QAccessibleInterface* const accessible = QAccessible::queryAccessibleInterface(m_view.get());
        QAccessibleValueInterface* const value = accessible->valueInterface();
        QCOMPARE(accessible->text(QAccessible::Name), QStringLiteral("Sound"));
        QVERIFY(accessible->text(QAccessible::Description).contains("from 2.0 to 8.0 seconds"));
        QTest::keyClick(m_view.get(), Qt::Key_Tab);
        QCOMPARE(accessible->text(QAccessible::Name), QStringLiteral("Sound: beginning of the chosen part"));
        QCOMPARE(accessible->text(QAccessible::Value), QStringLiteral("2.00 of 10.00 seconds"));
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QVERIFY(qAbs(value->currentValue().toDouble() - 2.1) < 1e-6);
        QTest::keyClick(m_view.get(), Qt::Key_Tab);
        QCOMPARE(accessible->text(QAccessible::Name), QStringLiteral("Sound: end of the chosen part"));
        QSignalSpy changes(m_view.get(), &WaveformView::selectionChanged);
        value->setCurrentValue(9.0);
        value->setCurrentValue(std::nan(""));
        QCOMPARE(changes.count(), 1);
        QCOMPARE(m_view->selection()->to, 9.0);
    }

private:
    std::unique_ptr<WaveformView> m_view;
};

QTEST_MAIN(TestWaveformView)
#include "test_waveform_view.moc"
