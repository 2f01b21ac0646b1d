// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/job_queue.h"
#include "ui/jobs/recording_sink.h"
#include "ui/support/fake_speech_service.h"

#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <initializer_list>

using namespace parley::ui;

/// Several jobs that are made at the same time: who gets in, who stands in front, and that none disturbs another.
class TestUiJobsTogether : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_queue.reset(); }
    void handsOverAFewOneByOne();
    void leavesTheRestToBeMovedAndCancelled();
    void keepsTheOldestInFront();
    void sumsThePace();
    void keepsEachSoundApart();
    void cancelsOneAlone();
    void cancelsTheOneInFront();
    void failsAlone();
    void beginsNothingWhileAnotherModelLoads();
    void oneAloneWaitsForTheModel();

private:
    /// One job for each, which goes through so many steps and then ends, or hangs.
    QList<quint64> add(std::initializer_list<qint64> steps, FakeJob::Ending ending = FakeJob::Ending::Finish);
    [[nodiscard]] JobState stateOf(quint64 id) const { return m_queue->model().find(id)->state; }
    [[nodiscard]] int running() const {
        return static_cast<int>(statesOf(m_queue->entries()).count(JobState::Running));
    }

    RecordingSink m_sink;
    std::unique_ptr<FakeSpeechService> m_service;
    std::unique_ptr<JobQueue> m_queue;
};

namespace {

constexpr FakeJob::Ending kHang = FakeJob::Ending::Hang;

QString scriptOf(quint64 id) {
    return QStringLiteral("[S1] Line %1.").arg(id);
}

} // namespace

void TestUiJobsTogether::init() {
    m_sink.takes.clear();
    m_service = std::make_unique<FakeSpeechService>();
    m_queue = std::make_unique<JobQueue>(*m_service, m_sink);
}

QList<quint64> TestUiJobsTogether::add(std::initializer_list<qint64> steps, FakeJob::Ending ending) {
    QList<quint64> ids;
    for (const qint64 count : steps) {
        FakeJob job;
        job.steps = count;
        job.ending = ending;
        m_service->expect(job);
        ids += m_queue->add(orderOf(scriptOf(m_queue->entries().size() + 1)));
    }
    return ids;
}

void TestUiJobsTogether::handsOverAFewOneByOne() {
    bool readsOne = true;
    connect(m_service.get(), &SpeechService::stepped, this, [&] {
        const QList<JobEntry>& entries = m_queue->entries();
        readsOne = readsOne && std::count_if(entries.begin(), entries.end(), [](const JobEntry& entry) {
                                   return entry.state == JobState::Running && entry.takeId == 0;
                               }) <= 1;
    });
    add({4, 4, 4, 4, 4, 4}, kHang);
    QCOMPARE(running(), 1); // until it speaks
    QTRY_COMPARE(running(), JobQueue::kMostTogether);
    QTRY_COMPARE(m_sink.takes.size(), std::size_t{JobQueue::kMostTogether});
    QCOMPARE(m_service->runningJobs(), JobQueue::kMostTogether);
    QCOMPARE(m_queue->waitingCount(), 6 - JobQueue::kMostTogether);
    QVERIFY(readsOne);
}

void TestUiJobsTogether::leavesTheRestToBeMovedAndCancelled() {
    const QList<quint64> ids = add({4, 4, 4, 4, 4, 4, 4}, kHang);
    QTRY_COMPARE(running(), JobQueue::kMostTogether);
    m_queue->move(ids.at(6), 0); // no place for it above what runs
    m_queue->cancel(ids.at(4));
    m_queue->cancel(ids.at(0));
    QTRY_COMPARE(stateOf(ids.at(6)), JobState::Running);
    QCOMPARE(stateOf(ids.at(0)), JobState::Cancelled);
    QCOMPARE(stateOf(ids.at(4)), JobState::Cancelled);
    QCOMPARE(stateOf(ids.at(5)), JobState::Waiting);
    QCOMPARE(m_queue->entries().constLast().id, ids.at(5));
}

void TestUiJobsTogether::keepsTheOldestInFront() {
    const QSignalSpy fronts(m_queue.get(), &JobQueue::frontTakeChanged);
    QStringList order;
    connect(m_queue.get(), &JobQueue::takeEnded, this, [&](TakeId take) { order += QStringLiteral("-%1").arg(take); });
    connect(m_queue.get(), &JobQueue::frontTakeChanged, this,
            [&](TakeId take) { order += QStringLiteral("+%1").arg(take); });
    qint64 total = 0; // of the job in front, by the steps it has at most
    connect(m_queue.get(), &JobQueue::progressed, this, [&](const MakingProgress& making) {
        if (making.front.phase == JobProgress::Phase::Decoding && making.front.stepsAtMost != total) {
            total = making.front.stepsAtMost;
            order += QString::number(total);
        }
    });
    add({12, 30, 5, 40});
    QTRY_VERIFY(!m_queue->isBusy());
    // The third ends while it stands behind the first; nobody hears of it as of the one in front.
    QCOMPARE(order, QStringList({"+1", "12", "-3", "-1", "+2", "30", "-2", "+4", "40", "-4"}));
}

void TestUiJobsTogether::sumsThePace() {
    MakingProgress halfway;
    connect(m_queue.get(), &JobQueue::progressed, this, [&](const MakingProgress& making) {
        if (making.front.stepsAtMost == 50 && making.front.step == 25) {
            halfway = making;
        }
    });
    add({50, 80, 60});
    QTRY_VERIFY(!m_queue->isBusy());
    QCOMPARE(halfway.others, 2);
    QVERIFY(halfway.front.tokensPerSecond > 0);
    QCOMPARE(halfway.all.tokensPerSecond, 3 * halfway.front.tokensPerSecond);
    QCOMPARE(halfway.all.realtime, 3 * halfway.front.realtime);
    QVERIFY(halfway.all.secondsLeft > halfway.front.secondsLeft); // the second has 80 steps
}

void TestUiJobsTogether::keepsEachSoundApart() {
    const std::initializer_list<qint64> steps{9, 3, 6, 12};
    const QList<quint64> ids = add(steps);
    QTRY_VERIFY(!m_queue->isBusy());
    QCOMPARE(m_sink.takes.size(), steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const RecordingSink::Kept& take = m_sink.takes.at(i);
        const qint64 count = *(steps.begin() + i);
        QCOMPARE(take.asMade.script, scriptOf(i + 1));
        QCOMPARE(take.steps, count);
        QCOMPARE(take.samples, FakeSpeechService::sound(0, static_cast<std::size_t>(count) * 512));
        QCOMPARE(take.state, TakeState::Whole);
    }
}

void TestUiJobsTogether::cancelsOneAlone() {
    const QList<quint64> ids = add({4, 4, 4}, kHang);
    QTRY_COMPARE(m_sink.takes.size(), std::size_t{3});
    m_queue->cancel(ids.at(1));
    QTRY_COMPARE(stateOf(ids.at(1)), JobState::Cancelled);
    QCOMPARE(m_sink.takes.at(1).state, TakeState::Stopped);
    QCOMPARE(stateOf(ids.at(0)), JobState::Running);
    QCOMPARE(stateOf(ids.at(2)), JobState::Running);
    QVERIFY(!m_queue->model().find(ids.at(0))->stopping);
}

void TestUiJobsTogether::cancelsTheOneInFront() {
    const QList<quint64> ids = add({4, 4}, kHang);
    QTRY_COMPARE(m_sink.takes.size(), std::size_t{2});
    QList<bool> stopping;
    connect(m_queue.get(), &JobQueue::progressed, this, [&](const auto& making) { stopping += making.stopping; });
    m_queue->cancelFront();
    QCOMPARE(stopping, QList<bool>{true}); // at once
    QTRY_COMPARE(stateOf(ids.at(0)), JobState::Cancelled);
    QVERIFY(!stopping.constLast()); // another stands there
    m_queue->cancelFront();
    QTRY_COMPARE(stateOf(ids.at(1)), JobState::Cancelled);
}

void TestUiJobsTogether::failsAlone() {
    const QSignalSpy failed(m_queue.get(), &JobQueue::jobFailed);
    const quint64 first = add({20}).constFirst();
    const quint64 second = add({3}, FakeJob::Ending::Fail).constFirst();
    const quint64 third = add({20}).constFirst();
    QTRY_VERIFY(!m_queue->isBusy());
    QCOMPARE(failed.size(), 1);
    QCOMPARE(stateOf(first), JobState::Done);
    QCOMPARE(stateOf(second), JobState::Failed);
    QCOMPARE(stateOf(third), JobState::Done);
    QCOMPARE(m_sink.takes.at(1).state, TakeState::Failed);
    QCOMPARE(m_sink.takes.at(2).samples.size(), std::size_t{20} * 512);
}

void TestUiJobsTogether::beginsNothingWhileAnotherModelLoads() {
    const QList<quint64> begun = add({4, 4}, kHang);
    QTRY_COMPARE(m_sink.takes.size(), std::size_t{2});
    ModelState loading;
    loading.phase = ModelState::Phase::Loading;
    m_service->setModelState(loading);
    m_queue->setModelName(QStringLiteral("another"));
    const quint64 later = add({4}).constFirst();
    m_queue->cancel(begun.at(0));
    QTRY_COMPARE(stateOf(begun.at(0)), JobState::Cancelled);
    QCOMPARE(stateOf(later), JobState::Waiting);
    m_queue->cancel(begun.at(1));
    QTRY_COMPARE(stateOf(later), JobState::Running);
    m_service->setModelState(FakeSpeechService::readyState());
    QTRY_COMPARE(stateOf(later), JobState::Done);
    QCOMPARE(m_sink.takes.at(2).asMade.model, QStringLiteral("another"));
    QCOMPARE(m_sink.takes.at(1).asMade.model, QString());
}

void TestUiJobsTogether::oneAloneWaitsForTheModel() {
    ModelState state;
    state.phase = ModelState::Phase::Loading;
    m_service->setModelState(state);
    const QSignalSpy told(m_queue.get(), &JobQueue::progressed);
    add({4, 4, 4});
    QCOMPARE(running(), 1);
    QCOMPARE(told.size(), 1); // so that it can be seen, and cancelled
    // Where the model can't be loaded one job fails of it, and no more.
    m_queue->cancelFront();
    state.phase = ModelState::Phase::Failed;
    m_service->setModelState(state);
    QTRY_VERIFY(!m_queue->isBusy());
    QCOMPARE(m_queue->waitingCount(), 2);
}

QTEST_GUILESS_MAIN(TestUiJobsTogether)
#include "test_ui_jobs_together.moc"
