// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/job_queue.h"
#include "jobs/queue_view.h"
#include "ui/jobs/recording_sink.h"
#include "ui/support/fake_speech_service.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QListView>
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
    void cleanup();
    void reorders_data();
    void reorders();
    void dropsAboveTheRunningOneAsTheNext();
    void dropsNothingThatStartedMeanwhile();
    void leavesOthersDragsAlone();

private:
    void addThree() const;
    [[nodiscard]] QStringList titles() const;
    /// In the list's viewport: within a row, `share` of its height from its top.
    [[nodiscard]] QPoint placeIn(int row, double share) const;
    /// Press, way and release as a person's mouse makes them; `onTheWay` runs in the middle of it.
    void drag(const QPoint& from, const QPoint& to, const std::function<void()>& onTheWay = {}) const;

    RecordingSink m_sink;
    std::unique_ptr<FakeSpeechService> m_service;
    std::unique_ptr<JobQueue> m_queue;
    std::unique_ptr<QueueView> m_view;
    QListView* m_list = nullptr;
};

void TestUiQueueDrag::init() {
    m_service = std::make_unique<FakeSpeechService>();
    m_queue = std::make_unique<JobQueue>(*m_service, m_sink);
    m_view = std::make_unique<QueueView>(*m_queue);
    m_list = m_view->findChild<QListView*>(QStringLiteral("queueList"));
    m_view->resize(400, 500);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestUiQueueDrag::cleanup() {
    m_view.reset();
    m_queue.reset();
}

void TestUiQueueDrag::addThree() const {
    m_service->setModelState({}); // so that all wait
    for (const auto* word : {"a", "b", "c"}) {
        m_queue->add(orderOf(QLatin1String(word)));
    }
}

QStringList TestUiQueueDrag::titles() const {
    QStringList all;
    for (int row = 0; row < m_list->model()->rowCount(); ++row) {
        all.append(m_list->model()->index(row, 0).data().toString());
    }
    return all;
}

QPoint TestUiQueueDrag::placeIn(int row, double share) const {
    const QRect rect = m_list->visualRect(m_list->model()->index(row, 0));
    return {rect.center().x(), rect.top() + qRound(share * rect.height())};
}

void TestUiQueueDrag::drag(const QPoint& from, const QPoint& to, const std::function<void()>& onTheWay) const {
    QWindow* const window = m_view->windowHandle();
    const auto place = [this](const QPoint& point) { return m_list->viewport()->mapTo(m_view.get(), point); };
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
    addThree();
    QTRY_VERIFY(m_list->isVisible() && placeIn(2, 0.5).y() > placeIn(0, 0.5).y());
    drag(placeIn(from, 0.5), placeIn(to, share));
    QCOMPARE(titles(), after);
    QCOMPARE(m_list->currentIndex().row(), row);
}

void TestUiQueueDrag::dropsAboveTheRunningOneAsTheNext() {
    FakeJob hanging;
    hanging.ending = FakeJob::Ending::Hang;
    m_service->expect(hanging);
    for (const auto* word : {"a", "b", "c"}) {
        m_queue->add(orderOf(QLatin1String(word)));
    }
    QCOMPARE(m_queue->entries().constFirst().state, JobState::Running);
    drag(placeIn(0, 0.5), placeIn(2, 0.9)); // what runs stays where it is
    QCOMPARE(titles(), QStringList({"a", "b", "c"}));
    drag(placeIn(2, 0.5), placeIn(0, 0.1));
    QCOMPARE(titles(), QStringList({"a", "c", "b"}));
}

void TestUiQueueDrag::dropsNothingThatStartedMeanwhile() {
    FakeJob hanging;
    hanging.ending = FakeJob::Ending::Hang;
    m_service->expect(hanging);
    addThree();
    drag(placeIn(0, 0.5), placeIn(2, 0.9), [this] { m_service->setModelState(FakeSpeechService::readyState()); });
    QCOMPARE(titles(), QStringList({"a", "b", "c"}));
    QCOMPARE(m_queue->entries().constFirst().state, JobState::Running);
}

void TestUiQueueDrag::leavesOthersDragsAlone() {
    addThree();
    QMimeData text;
    text.setText("[S1] Dropped.");
    const QPoint place = placeIn(1, 0.1);
    QDragEnterEvent enter(place, Qt::MoveAction | Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_list->viewport(), &enter);
    QVERIFY(!enter.isAccepted());
    QDropEvent drop(place, Qt::MoveAction | Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_list->viewport(), &drop);
    QCOMPARE(titles(), QStringList({"a", "b", "c"}));
}

QTEST_MAIN(TestUiQueueDrag)
#include "test_ui_queue_drag.moc"
