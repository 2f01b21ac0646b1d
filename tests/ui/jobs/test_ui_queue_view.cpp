// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/job_queue.h"
#include "jobs/queue_view.h"
#include "ui/jobs/recording_sink.h"
#include "ui/support/fake_speech_service.h"
#include "widgets/notice_bar.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace parley::ui;

class TestUiQueueView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysThatItIsEmpty();
    void reordersByKeys();
    void removesAndCancelsByKeys();
    void cancelsTheRunningOneByButton();
    void offersToTryAgain();
    void clearsWhatHasEnded();

private:
    void addThree() const;
    void choose(int row) const { m_list->setCurrentIndex(m_list->model()->index(row, 0)); }
    [[nodiscard]] QToolButton* button(const char* name) const {
        return m_view->findChild<QToolButton*>(QLatin1String(name));
    }
    [[nodiscard]] QStringList titles() const;

    RecordingSink m_sink;
    std::unique_ptr<FakeSpeechService> m_service;
    std::unique_ptr<JobQueue> m_queue;
    std::unique_ptr<QueueView> m_view;
    QListView* m_list = nullptr;
};

void TestUiQueueView::init() {
    m_service = std::make_unique<FakeSpeechService>();
    m_queue = std::make_unique<JobQueue>(*m_service, m_sink);
    m_view = std::make_unique<QueueView>(*m_queue);
    m_list = m_view->findChild<QListView*>(QStringLiteral("queueList"));
    m_view->resize(400, 500);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

void TestUiQueueView::cleanup() {
    m_view.reset();
    m_queue.reset();
}

void TestUiQueueView::addThree() const {
    m_service->setModelState({}); // so that all wait
    for (const auto* word : {"a", "b", "c"}) {
        m_queue->add(orderOf(QLatin1String(word)));
    }
    m_list->setFocus();
}

QStringList TestUiQueueView::titles() const {
    QStringList all;
    for (int row = 0; row < m_list->model()->rowCount(); ++row) {
        all.append(m_list->model()->index(row, 0).data().toString());
    }
    return all;
}

void TestUiQueueView::saysThatItIsEmpty() {
    auto* const empty = m_view->findChild<QLabel*>(QStringLiteral("queueEmpty"));
    QVERIFY(empty->isVisible());
    addThree();
    QVERIFY(!empty->isVisible());
    QVERIFY(m_list->isVisible());
}

void TestUiQueueView::reordersByKeys() {
    addThree();
    choose(2);
    QTest::keyClick(m_list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(titles(), QStringList({"a", "c", "b"}));
    QTest::keyClick(m_list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(titles(), QStringList({"c", "a", "b"}));
    QCOMPARE(m_list->currentIndex().row(), 0);
    QVERIFY(!button("queueUpButton")->isEnabled());
    QTest::keyClick(m_list, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(titles(), QStringList({"a", "c", "b"}));
    QTest::mouseClick(button("queueDownButton"), Qt::LeftButton);
    QCOMPARE(titles(), QStringList({"a", "b", "c"}));
    QVERIFY(!button("queueDownButton")->isEnabled());
}

void TestUiQueueView::removesAndCancelsByKeys() {
    addThree();
    choose(1);
    QTest::keyClick(m_list, Qt::Key_Delete);
    QCOMPARE(titles(), QStringList({"a", "c"}));
    choose(0);
    QTest::keyClick(m_list, Qt::Key_Backspace, Qt::ControlModifier);
    QCOMPARE(m_queue->entries().constFirst().state, JobState::Cancelled);
    QTest::keyClick(m_list, Qt::Key_Return); // and asked for again
    QCOMPARE(m_queue->entries().constFirst().state, JobState::Waiting);
}

void TestUiQueueView::cancelsTheRunningOneByButton() {
    FakeJob hanging;
    hanging.ending = FakeJob::Ending::Hang;
    m_service->expect(hanging);
    m_queue->add(orderOf(QStringLiteral("[S1] Long.")));
    choose(0);
    QVERIFY(!button("queueRemoveButton")->isEnabled());
    QTest::mouseClick(button("queueCancelButton"), Qt::LeftButton);
    QVERIFY(!button("queueCancelButton")->isEnabled());
    QTRY_COMPARE(m_queue->entries().constFirst().state, JobState::Cancelled);
}

void TestUiQueueView::offersToTryAgain() {
    FakeJob failing;
    failing.ending = FakeJob::Ending::Fail;
    failing.error = {
        parley::ErrorCode::OutOfMemory, parley::verbatim("cpu"), parley::verbatim("no memory is left"), {}};
    m_service->expect(failing);
    m_queue->add(orderOf(QStringLiteral("[S1] Welcome back.")));
    auto* const notice = m_view->findChild<NoticeBar*>(QStringLiteral("queueNotice"));
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(notice->text().contains(QLatin1String("Welcome back.")));
    QVERIFY(notice->text().contains(QLatin1String("no memory is left")));
    QTest::mouseClick(notice->findChild<QPushButton*>(), Qt::LeftButton);
    QTRY_COMPARE(m_queue->entries().constFirst().state, JobState::Done);
    QVERIFY(!notice->isVisible());
}

void TestUiQueueView::clearsWhatHasEnded() {
    QVERIFY(!button("queueClearButton")->isEnabled());
    m_queue->add(orderOf(QStringLiteral("[S1] One."), 2));
    QTRY_VERIFY(!m_queue->isBusy());
    QTest::mouseClick(button("queueClearButton"), Qt::LeftButton);
    QVERIFY(titles().isEmpty());
}

QTEST_MAIN(TestUiQueueView)
#include "test_ui_queue_view.moc"
