// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/jobs/shown_queue.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QTest>
#include <QTimer>
#include <QWindow>
#include <functional>

using namespace parley::ui;

class TestUiQueueDrag : public QObject {
    Q_OBJECT

public:
    /// The offscreen platform ends each drag at once; this one carries them out inside the program.
    static void initMain() { qputenv("QT_QPA_PLATFORM", "minimal"); }

private Q_SLOTS:
    void init();
    void cleanup() { m_shown.reset(); }
    void reorders_data();
    void reorders();
    void dropsAboveTheRunningOneAsTheNext();
    void dropsNothingThatStartedMeanwhile();
    void leavesOthersDragsAlone();

private:
    /// In the list's viewport: within a row, `share` of its height from its top.
    [[nodiscard]] QPoint placeIn(int row, double share) const;
    /// Press, way and release as a person's mouse makes them; `onTheWay` runs in the middle of it.
    void drag(const QPoint& from, const QPoint& to, const std::function<void()>& onTheWay = {}) const;

    std::unique_ptr<ShownQueue> m_shown;
};

void TestUiQueueDrag::init() {
    m_shown = std::make_unique<ShownQueue>();
    QVERIFY(QTest::qWaitForWindowExposed(&m_shown->view));
}

QPoint TestUiQueueDrag::placeIn(int row, double share) const {
    const QRect rect = m_shown->list.visualRect(m_shown->list.model()->index(row, 0));
    return {rect.center().x(), rect.top() + qRound(share * rect.height())};
}

void TestUiQueueDrag::drag(const QPoint& from, const QPoint& to, const std::function<void()>& onTheWay) const {
    QWindow* const window = m_shown->view.windowHandle();
    const auto place = [this](const QPoint& point) { return m_shown->list.viewport()->mapTo(&m_shown->view, point); };
    QTest::mousePress(window, Qt::LeftButton, {}, place(from));
    const QPoint step(QApplication::startDragDistance() + 1, 0);
    QTest::mouseMove(window, place(from + step));
    // The drag has an event loop of its own, inside the next move: the rest of the way has to happen there.
    bool dropped = false;
    QTimer::singleShot(0, window, [&] {
        if (onTheWay) {
            onTheWay();
        }
        QTest::mouseMove(window, place(to));
        QTest::mouseRelease(window, Qt::LeftButton, {}, place(to));
        dropped = true;
    });
    QTest::mouseMove(window, place(from + 2 * step));
    QTRY_VERIFY(dropped);
}

void TestUiQueueDrag::reorders_data() {
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<double>("share");
    QTest::addColumn<QStringList>("after");
    QTest::addColumn<int>("row");
    QTest::newRow("the last to the front") << 2 << 0 << 0.1 << QStringList{"c", "a", "b"} << 0;
    QTest::newRow("the first to the end") << 0 << 2 << 0.9 << QStringList{"b", "c", "a"} << 2;
    QTest::newRow("between two") << 0 << 1 << 0.9 << QStringList{"b", "a", "c"} << 1;
    QTest::newRow("below them all") << 0 << 2 << 3.0 << QStringList{"b", "c", "a"} << 2;
    QTest::newRow("onto itself") << 1 << 1 << 0.9 << QStringList{"a", "b", "c"} << 1;
    QTest::newRow("onto its neighbour's near side") << 1 << 2 << 0.1 << QStringList{"a", "b", "c"} << 1;
}

void TestUiQueueDrag::reorders() {
    QFETCH(const int, from);
    QFETCH(const int, to);
    QFETCH(const double, share);
    QFETCH(const QStringList, after);
    QFETCH(const int, row);
    m_shown->addThreeWaiting();
    QTRY_VERIFY(m_shown->list.isVisible() && placeIn(2, 0.5).y() > placeIn(0, 0.5).y());
    drag(placeIn(from, 0.5), placeIn(to, share));
    QCOMPARE(m_shown->titles(), after);
    QCOMPARE(m_shown->list.currentIndex().row(), row);
}

void TestUiQueueDrag::dropsAboveTheRunningOneAsTheNext() {
    m_shown->expectHanging();
    m_shown->addThree();
    QCOMPARE(m_shown->queue.entries().constFirst().state, JobState::Running);
    drag(placeIn(0, 0.5), placeIn(2, 0.9)); // what runs stays where it is
    QCOMPARE(m_shown->titles(), QStringList({"a", "b", "c"}));
    drag(placeIn(2, 0.5), placeIn(0, 0.1));
    QCOMPARE(m_shown->titles(), QStringList({"a", "c", "b"}));
}

void TestUiQueueDrag::dropsNothingThatStartedMeanwhile() {
    m_shown->expectHanging();
    m_shown->addThreeWaiting();
    drag(placeIn(0, 0.5), placeIn(2, 0.9), [this] { m_shown->service.setModelState(FakeSpeechService::readyState()); });
    QCOMPARE(m_shown->titles(), QStringList({"a", "b", "c"}));
    QCOMPARE(m_shown->queue.entries().constFirst().state, JobState::Running);
}

void TestUiQueueDrag::leavesOthersDragsAlone() {
    m_shown->addThreeWaiting();
    QMimeData text;
    text.setText("[S1] Dropped.");
    const QPoint place = placeIn(1, 0.1);
    QDragEnterEvent enter(place, Qt::MoveAction | Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_shown->list.viewport(), &enter);
    QVERIFY(!enter.isAccepted());
    QDropEvent drop(place, Qt::MoveAction | Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_shown->list.viewport(), &drop);
    QCOMPARE(m_shown->titles(), QStringList({"a", "b", "c"}));
}

QTEST_MAIN(TestUiQueueDrag)
#include "test_ui_queue_drag.moc"
