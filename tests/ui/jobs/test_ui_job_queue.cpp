// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/job_queue.h"
#include "ui/jobs/recording_sink.h"
#include "ui/support/fake_speech_service.h"

#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace parley::ui;

namespace {

constexpr std::size_t kSamples = std::size_t{4} * 512; // of a FakeJob

} // namespace

class TestUiJobQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesFiveAlthoughOneFails();
    void keepsTheSoundOfARunningJobThatIsCancelled();
    void cancelsAWaitingJob();
    void cancelsEverything();
    void makesInTheNewOrder();
    void triesAgain();
    void triesAgainWithLess();
    void makesFewerTogether();
    void waitsForAModel();
    void wakesAModelThatWasUnloaded();
    void takesWorkWhileItWorks();
    void leavesNoTakeOfAJobThatNeverBegan();
    void forgetsTheOldestEnded();
};

void TestUiJobQueue::makesFiveAlthoughOneFails() {
    FakeSpeechService service;
    RecordingSink sink;
    JobQueue queue(service, sink);
    FakeJob failing;
    failing.ending = FakeJob::Ending::Fail;
    failing.error = {
        parley::ErrorCode::OutOfMemory, parley::verbatim("cpu"), parley::verbatim("no memory is left"), {}};
    for (const FakeJob& job : {FakeJob{}, FakeJob{}, failing}) {
        service.expect(job);
    }
    const QSignalSpy started(&queue, &JobQueue::takeStarted);
    const QSignalSpy ended(&queue, &JobQueue::takeEnded);
    const QSignalSpy failed(&queue, &JobQueue::jobFailed);
    const QSignalSpy busy(&queue, &JobQueue::busyChanged);

    QList<quint64> ids;
    for (int i = 0; i < 5; ++i) {
        ids += queue.add(orderOf(QStringLiteral("[S1] Line %1.").arg(i)));
    }
    QCOMPARE(service.runningJobs(), 1); // the others are still ours to reorder
    QTRY_COMPARE(ended.size(), 5);

    QCOMPARE(statesOf(queue.entries()),
             QList<JobState>({JobState::Done, JobState::Done, JobState::Failed, JobState::Done, JobState::Done}));
    QCOMPARE(started.size(), 5);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.at(0).at(0).toULongLong(), ids.at(2));
    QVERIFY(failed.at(0).at(1).toString().contains(QLatin1String("no memory is left")));
    QCOMPARE(sink.takes.at(2).state, TakeState::Failed);
    QVERIFY(!sink.takes.at(2).problem.isEmpty());
    QCOMPARE(sink.takes.at(4).state, TakeState::Whole);
    QCOMPARE(sink.takes.at(4).asMade.script, QStringLiteral("[S1] Line 4."));
    QCOMPARE(sink.takes.at(4).samples, FakeSpeechService::sound(0, kSamples));
    QTRY_COMPARE(busy.size(), 2);
    QVERIFY(!queue.isBusy());
}

void TestUiJobQueue::keepsTheSoundOfARunningJobThatIsCancelled() {
    FakeSpeechService service;
    RecordingSink sink;
    JobQueue queue(service, sink);
    FakeJob hanging;
    hanging.ending = FakeJob::Ending::Hang;
    hanging.heldBack = 700;
    service.expect(hanging);
    const QSignalSpy ended(&queue, &JobQueue::takeEnded);
    const quint64 id = queue.add(orderOf(QStringLiteral("[S1] Long."))).constFirst();
    queue.add(orderOf(QStringLiteral("[S1] Next.")));
    QTRY_VERIFY(!sink.takes.empty() && sink.takes.front().samples.size() == kSamples - 700);

    queue.cancelFront();
    QVERIFY(queue.model().find(id)->stopping);
    QTRY_COMPARE(ended.size(), 2);
    QCOMPARE(sink.takes.front().state, TakeState::Stopped);
    QCOMPARE(sink.takes.front().steps, 4);
    QCOMPARE(sink.takes.front().samples, FakeSpeechService::sound(0, kSamples));
    QCOMPARE(sink.takes.back().state, TakeState::Whole);
    QCOMPARE(queue.model().find(id)->state, JobState::Cancelled);
    QVERIFY(!queue.model().find(id)->stopping);
}

void TestUiJobQueue::cancelsAWaitingJob() {
    FakeSpeechService service;
    RecordingSink sink;
    JobQueue queue(service, sink);
    const QSignalSpy ended(&queue, &JobQueue::takeEnded);
    queue.add(orderOf(QStringLiteral("[S1] One.")));
    const quint64 second = queue.add(orderOf(QStringLiteral("[S1] Two."))).constFirst();
    const quint64 third = queue.add(orderOf(QStringLiteral("[S1] Three."))).constFirst();
    const quint64 fourth = queue.add(orderOf(QStringLiteral("[S1] Four."))).constFirst();
    queue.cancel(third);
    queue.remove(second);
    QCOMPARE(queue.waitingCount(), 1);
    QTRY_COMPARE(ended.size(), 2);
    QCOMPARE(service.requests().size(), 2);
    QVERIFY(queue.model().find(second) == nullptr);
    QCOMPARE(queue.model().find(third)->state, JobState::Cancelled);
    QCOMPARE(queue.model().find(fourth)->state, JobState::Done);
    queue.removeEnded();
    QVERIFY(queue.entries().isEmpty());
}

void TestUiJobQueue::cancelsEverything() {
    FakeSpeechService service;
    RecordingSink sink;
    JobQueue queue(service, sink);
    FakeJob hanging;
    hanging.ending = FakeJob::Ending::Hang;
    for (int i = 0; i < JobQueue::kMostTogether; ++i) {
        service.expect(hanging);
    }
    queue.add(orderOf(QStringLiteral("[S1] One."), JobQueue::kMostTogether + 3));
    QTRY_COMPARE(service.runningJobs(), JobQueue::kMostTogether);
    queue.cancelAll();
    QTRY_VERIFY(!queue.isBusy());
    QCOMPARE(statesOf(queue.entries()), QList<JobState>(JobQueue::kMostTogether + 3, JobState::Cancelled));
    QCOMPARE(service.requests().size(), JobQueue::kMostTogether);
}

void TestUiJobQueue::makesInTheNewOrder() {
    FakeSpeechService service;
    RecordingSink sink;
    JobQueue queue(service, sink);
    const QSignalSpy ended(&queue, &JobQueue::takeEnded);
    QList<quint64> ids;
    for (const auto* word : {"a", "b", "c", "d"}) {
        ids += queue.add(orderOf(QLatin1String(word)));
    }
    queue.move(ids.at(3), 0); // above the running one there is no place for it
    queue.move(ids.at(1), 99);
    QTRY_COMPARE(ended.size(), 4);
    QStringList made;
    for (const RecordingSink::Kept& take : sink.takes) {
        made.append(take.asMade.script);
    }
    QCOMPARE(made, QStringList({"a", "d", "c", "b"}));
}

void TestUiJobQueue::triesAgain() {
    FakeSpeechService service;
    RecordingSink sink;
    JobQueue queue(service, sink);
    FakeJob failing;
    failing.ending = FakeJob::Ending::Fail;
    service.expect(failing);
    const QSignalSpy ended(&queue, &JobQueue::takeEnded);
    JobOrder order = orderOf(QStringLiteral("[S1] One."));
    order.voice = parley::VoicePrompt{{{0.5F}}, "[S1] Hello.", "anna"};
    const quint64 id = queue.add(order).constFirst();
    QTRY_COMPARE(ended.size(), 1);
    queue.retry(id);
    QTRY_COMPARE(ended.size(), 2);
    QCOMPARE(queue.model().find(id)->state, JobState::Done);
    QVERIFY(queue.model().find(id)->problem.isEmpty());
    QCOMPARE(service.requests().at(1).voice->name, std::string("anna"));
    queue.retry(id); // what is done isn't made again
    QCOMPARE(queue.model().find(id)->state, JobState::Done);
}

void TestUiJobQueue::triesAgainWithLess() {
    FakeSpeechService service;
    RecordingSink sink;
    JobQueue queue(service, sink);
    FakeJob failing;
    failing.ending = FakeJob::Ending::Fail;
    failing.error = {parley::ErrorCode::OutOfMemory, {}, {}, {}};
    service.expect(failing);
    const QSignalSpy ended(&queue, &JobQueue::takeEnded);
    const quint64 id = queue.add(orderOf(QStringLiteral("[S1] One."))).constFirst();
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(queue.model().find(id)->failure == parley::ErrorCode::OutOfMemory);
    queue.retry(id, 900);
    QTRY_COMPARE(ended.size(), 2);
    QVERIFY(!queue.model().find(id)->failure);
    QCOMPARE(*service.requests().at(1).options.maxTokens, std::int64_t{900});
    QCOMPARE(queue.model().find(id)->recipe.settings.maxTokens, 900); // so that the take tells it
}

void TestUiJobQueue::makesFewerTogether() {
    FakeSpeechService service;
    RecordingSink sink;
    JobQueue queue(service, sink);
    const QSignalSpy ended(&queue, &JobQueue::takeEnded);
    int most = 0;
    connect(&queue, &JobQueue::takeStarted, this, [&] { most = std::max(most, queue.runningCount()); });
    const auto madeOf = [&](int takes) {
        FakeJob slow;
        slow.steps = 20;
        for (int i = 0; i < takes; ++i) {
            service.expect(slow);
        }
        JobOrder order = orderOf(QStringLiteral("[S1] One."));
        order.recipe.settings.takes = takes;
        queue.add(order);
    };
    queue.setMostTogether(2);
    madeOf(5);
    QTRY_COMPARE(ended.size(), 5);
    QCOMPARE(most, 2);
    queue.setMostTogether(99);
    madeOf(6);
    QTRY_COMPARE(ended.size(), 11);
    QCOMPARE(most, JobQueue::kMostTogether);
}

void TestUiJobQueue::waitsForAModel() {
    FakeSpeechService service;
    service.setModelState({});
    RecordingSink sink;
    JobQueue queue(service, sink);
    const QSignalSpy ended(&queue, &JobQueue::takeEnded);
    queue.setModelName(QStringLiteral("dia-1.6b"));
    queue.add(orderOf(QStringLiteral("[S1] One."), 2));
    QCOMPARE(queue.waitingCount(), 2);
    ModelState failed;
    failed.phase = ModelState::Phase::Failed;
    service.setModelState(failed);
    QCOMPARE(service.requests().size(), 0);
    service.useModel({});
    QTRY_COMPARE(ended.size(), 2);
    QCOMPARE(sink.takes.front().asMade.model, QStringLiteral("dia-1.6b"));
}

void TestUiJobQueue::wakesAModelThatWasUnloaded() {
    FakeSpeechService service;
    ModelState unloaded = FakeSpeechService::readyState();
    unloaded.phase = ModelState::Phase::Unloaded;
    service.setModelState(unloaded);
    RecordingSink sink;
    JobQueue queue(service, sink);
    const QSignalSpy ended(&queue, &JobQueue::takeEnded);
    queue.add(orderOf(QStringLiteral("[S1] One."), 3));
    QCOMPARE(service.requests().size(), 1); // the others follow once it is there
    QTRY_COMPARE(ended.size(), 3);
}

void TestUiJobQueue::takesWorkWhileItWorks() {
    FakeSpeechService service;
    RecordingSink sink;
    JobQueue queue(service, sink);
    int added = 1;
    connect(&queue, &JobQueue::takeEnded, &queue, [&] {
        if (added < 3) {
            ++added;
            queue.add(orderOf(QStringLiteral("[S1] More.")));
        }
    });
    queue.add(orderOf(QStringLiteral("[S1] One.")));
    QTRY_COMPARE(sink.takes.size(), std::size_t{3});
    QTRY_VERIFY(!queue.isBusy());
    QCOMPARE(service.requests().size(), 3);
}

void TestUiJobQueue::leavesNoTakeOfAJobThatNeverBegan() {
    FakeSpeechService service;
    RecordingSink sink;
    JobQueue queue(service, sink);
    FakeJob failing;
    failing.ending = FakeJob::Ending::Fail;
    failing.steps = 0;
    service.expect(failing);
    const QSignalSpy failed(&queue, &JobQueue::jobFailed);
    queue.add(orderOf(QStringLiteral("[S1] One.")));
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(sink.takes.empty());
}

void TestUiJobQueue::forgetsTheOldestEnded() {
    FakeSpeechService service;
    service.setModelState({});
    RecordingSink sink;
    JobQueue queue(service, sink);
    for (int i = 0; i < 20; ++i) {
        queue.add(orderOf(QStringLiteral("[S1] One."), 16));
    }
    queue.cancelAll();
    QCOMPARE(queue.model().rowCount(), 200);
}

QTEST_GUILESS_MAIN(TestUiJobQueue)
#include "test_ui_job_queue.moc"
