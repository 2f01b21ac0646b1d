// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/jobs/shown_queue.h"
#include "widgets/notice_bar.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace parley::ui;

class TestUiQueueView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_shown.reset(); }
    void saysThatItIsEmpty();
    void reordersByKeys();
    void removesAndCancelsByKeys();
    void cancelsTheRunningOneByButton();
    void offersToTryAgain();
    void clearsWhatHasEnded();

private:
    void choose(int row) const { m_shown->list.setCurrentIndex(m_shown->list.model()->index(row, 0)); }
    [[nodiscard]] QToolButton* button(const char* name) const {
        return m_shown->view.findChild<QToolButton*>(QLatin1String(name));
    }
    [[nodiscard]] const JobEntry& first() const { return m_shown->queue.entries().constFirst(); }

    std::unique_ptr<ShownQueue> m_shown;
};

void TestUiQueueView::init() {
    m_shown = std::make_unique<ShownQueue>();
    QVERIFY(QTest::qWaitForWindowActive(&m_shown->view));
}

void TestUiQueueView::saysThatItIsEmpty() {
    auto* const empty = m_shown->view.findChild<QLabel*>(QStringLiteral("queueEmpty"));
    QVERIFY(empty->isVisible());
    m_shown->addThreeWaiting();
    QVERIFY(!empty->isVisible());
    QVERIFY(m_shown->list.isVisible());
}

void TestUiQueueView::reordersByKeys() {
    m_shown->addThreeWaiting();
    choose(2);
    QTest::keyClick(&m_shown->list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_shown->titles(), QStringList({"a", "c", "b"}));
    QTest::keyClick(&m_shown->list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_shown->titles(), QStringList({"c", "a", "b"}));
    QCOMPARE(m_shown->list.currentIndex().row(), 0);
    QVERIFY(!button("queueUpButton")->isEnabled());
    QTest::keyClick(&m_shown->list, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(m_shown->titles(), QStringList({"a", "c", "b"}));
    QTest::mouseClick(button("queueDownButton"), Qt::LeftButton);
    QCOMPARE(m_shown->titles(), QStringList({"a", "b", "c"}));
    QVERIFY(!button("queueDownButton")->isEnabled());
}

void TestUiQueueView::removesAndCancelsByKeys() {
    m_shown->addThreeWaiting();
    choose(1);
    QTest::keyClick(&m_shown->list, Qt::Key_Delete);
    QCOMPARE(m_shown->titles(), QStringList({"a", "c"}));
    choose(0);
    QTest::keyClick(&m_shown->list, Qt::Key_Backspace, Qt::ControlModifier);
    QCOMPARE(first().state, JobState::Cancelled);
    QTest::keyClick(&m_shown->list, Qt::Key_Return); // and asked for again
    QCOMPARE(first().state, JobState::Waiting);
}

void TestUiQueueView::cancelsTheRunningOneByButton() {
    m_shown->expectHanging();
    m_shown->queue.add(orderOf(QStringLiteral("[S1] Long.")));
    choose(0);
    QVERIFY(!button("queueRemoveButton")->isEnabled());
    QTest::mouseClick(button("queueCancelButton"), Qt::LeftButton);
    QVERIFY(!button("queueCancelButton")->isEnabled());
    QTRY_COMPARE(first().state, JobState::Cancelled);
}

void TestUiQueueView::offersToTryAgain() {
    FakeJob failing;
    failing.ending = FakeJob::Ending::Fail;
    failing.error = {
        parley::ErrorCode::OutOfMemory, parley::verbatim("cpu"), parley::verbatim("no memory is left"), {}};
    m_shown->service.expect(failing);
    m_shown->queue.add(orderOf(QStringLiteral("[S1] Welcome back.")));
    auto* const notice = m_shown->view.findChild<NoticeBar*>(QStringLiteral("queueNotice"));
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(notice->text().contains(QLatin1String("Welcome back.")));
    QVERIFY(notice->text().contains(QLatin1String("no memory is left")));
    QTest::mouseClick(notice->findChild<QPushButton*>(), Qt::LeftButton);
    QTRY_COMPARE(first().state, JobState::Done);
    QVERIFY(!notice->isVisible());
}

void TestUiQueueView::clearsWhatHasEnded() {
    QVERIFY(!button("queueClearButton")->isEnabled());
    m_shown->queue.add(orderOf(QStringLiteral("[S1] One."), 2));
    QTRY_VERIFY(!m_shown->queue.isBusy());
    QTest::mouseClick(button("queueClearButton"), Qt::LeftButton);
    QVERIFY(m_shown->titles().isEmpty());
}

QTEST_MAIN(TestUiQueueView)
#include "test_ui_queue_view.moc"
