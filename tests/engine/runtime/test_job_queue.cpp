// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/job_queue.h"

#include <QTest>
#include <atomic>
#include <chrono>
#include <future>
#include <optional>
#include <vector>

using parley::runtime::JobQueue;

class TestJobQueue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void runsInOrderOnOneThread();
    void stopsOneJobAlone();
    void runsWaitingJobsStoppedWhenItEnds();
    void worksWhenIdleAsOftenAsItIsMeant();
    void jobsComeBeforeIdleWork();
};

void TestJobQueue::runsInOrderOnOneThread() {
    std::vector<int> order;
    std::vector<std::thread::id> threads;
    std::promise<void> done;
    JobQueue queue;
    for (int i = 0; i < 20; ++i) {
        queue.push(
            [&, i](const std::stop_token&) {
                order.push_back(i);
                threads.push_back(std::this_thread::get_id());
                if (i == 19) {
                    done.set_value();
                }
            },
            {});
    }
    done.get_future().wait();
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(order[static_cast<std::size_t>(i)], i);
    }
    QVERIFY(std::all_of(threads.begin(), threads.end(), [&](auto id) { return id == threads.front(); }));
    QVERIFY(threads.front() != std::this_thread::get_id());
}

void TestJobQueue::stopsOneJobAlone() {
    std::stop_source stop;
    std::promise<bool> first;
    std::promise<bool> second;
    JobQueue queue;
    queue.push(
        [&](const std::stop_token& token) {
            stop.request_stop();
            first.set_value(token.stop_requested());
        },
        stop.get_token());
    queue.push([&](const std::stop_token& token) { second.set_value(token.stop_requested()); }, {});
    QVERIFY(first.get_future().get());
    QVERIFY(!second.get_future().get());
}

void TestJobQueue::runsWaitingJobsStoppedWhenItEnds() {
    std::atomic<int> stopped = 0;
    {
        std::promise<void> started;
        JobQueue queue;
        queue.push(
            [&](const std::stop_token& token) {
                started.set_value();
                while (!token.stop_requested()) {
                    std::this_thread::yield();
                }
                ++stopped;
            },
            {});
        for (int i = 0; i < 3; ++i) {
            queue.push([&](const std::stop_token& token) { stopped += token.stop_requested() ? 1 : 0; }, {});
        }
        started.get_future().wait();
    }
    QCOMPARE(stopped.load(), 4);
}

void TestJobQueue::worksWhenIdleAsOftenAsItIsMeant() {
    using std::chrono::milliseconds;
    int left = 0; // the queue's thread alone
    int done = 0;
    std::thread::id worker;
    std::promise<void> twice;
    JobQueue queue({[&] { return left > 0 ? std::optional(milliseconds(1)) : std::nullopt; },
                    [&] {
                        worker = std::this_thread::get_id();
                        ++done;
                        if (--left == 0) {
                            twice.set_value();
                        }
                    }});
    std::thread::id own;
    queue.push(
        [&](const std::stop_token&) {
            own = std::this_thread::get_id();
            left = 2;
        },
        {});
    twice.get_future().wait();
    std::promise<int> seen;
    queue.push([&](const std::stop_token&) { seen.set_value(done); }, {});
    QCOMPARE(seen.get_future().get(), 2);
    QVERIFY(worker == own);
}

void TestJobQueue::jobsComeBeforeIdleWork() {
    // Always time for idle work, and always a job there.
    constexpr int kJobs = 50;
    std::atomic<bool> wasIdle = false;
    std::promise<bool> idleBefore;
    std::promise<void> pushed;
    JobQueue queue({[] { return std::optional(std::chrono::milliseconds(0)); }, [&] { wasIdle = true; }});
    queue.push(
        [&](const std::stop_token&) {
            pushed.get_future().wait();
            wasIdle = false;
        },
        {});
    for (int i = 0; i < kJobs; ++i) {
        queue.push(
            [&, i](const std::stop_token&) {
                if (i == kJobs - 1) {
                    idleBefore.set_value(wasIdle);
                }
            },
            {});
    }
    pushed.set_value();
    QVERIFY(!idleBefore.get_future().get());
}

QTEST_GUILESS_MAIN(TestJobQueue)
#include "test_job_queue.moc"
