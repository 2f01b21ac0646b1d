// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/thread_pool.h"

#include <QTest>
#include <atomic>
#include <cstddef>
#include <stdexcept>
#include <vector>

using parley::backend::Team;
using parley::backend::ThreadPool;

class TestThreadPool : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTeamSeesWhatItWroteInThePhaseBefore_data();
    void aTeamSeesWhatItWroteInThePhaseBefore();
    void everyMemberHasItsOwnNumber();
    void emptyPhasesAreMet();
    void teamsAndSingleTasksTakeTurns();
};

void TestThreadPool::aTeamSeesWhatItWroteInThePhaseBefore_data() {
    QTest::addColumn<int>("threads");
    for (const int threads : {1, 2, 3, 7}) { // also more than there are cores, where members sleep while they wait
        QTest::addRow("%d", threads) << threads;
    }
}

void TestThreadPool::aTeamSeesWhatItWroteInThePhaseBefore() {
    QFETCH(const int, threads);
    constexpr int kPhases = 300;
    constexpr std::int64_t kCount = 101;
    ThreadPool pool(threads, [] {});
    std::vector<std::int64_t> now(kCount, 1);
    std::vector<std::int64_t> next(kCount, 0);
    pool.runTeam([&](Team& team) {
        for (int phase = 0; phase < kPhases; ++phase) {
            const auto& from = phase % 2 == 0 ? now : next;
            auto& to = phase % 2 == 0 ? next : now;
            // A neighbour's value, which another thread may have written.
            team.share(kCount, 4, [&](std::int64_t begin, std::int64_t end) {
                for (std::int64_t i = begin; i < end; ++i) {
                    to[static_cast<std::size_t>(i)] = from[static_cast<std::size_t>((i + 5) % kCount)] + 1;
                }
            });
        }
    });
    QCOMPARE(now, std::vector<std::int64_t>(kCount, kPhases + 1));
}

void TestThreadPool::everyMemberHasItsOwnNumber() {
    ThreadPool pool(4, [] {});
    std::atomic<int> clashes = 0;
    std::atomic<int> pieces = 0;
    for (int round = 0; round < 20; ++round) {
        std::vector<std::atomic<int>> inside(4);
        pool.runTeam([&](Team& team) {
            const auto own = static_cast<std::size_t>(team.index());
            // Nobody else has this number at the same time.
            clashes += ++inside.at(own) == 1 ? 0 : 1;
            team.share(8, 1, [&](std::int64_t, std::int64_t) { ++pieces; });
            --inside.at(own);
        });
    }
    QCOMPARE(clashes.load(), 0);
    QCOMPARE(pieces.load(), 20 * 8);
}

void TestThreadPool::emptyPhasesAreMet() {
    ThreadPool pool(3, [] {});
    std::atomic<int> pieces = 0;
    pool.runTeam([&](Team& team) {
        team.share(0, 8, [&](std::int64_t, std::int64_t) { ++pieces; });
        team.share(1, 8, [&](std::int64_t, std::int64_t) { ++pieces; });
        team.share(0, 8, [&](std::int64_t, std::int64_t) { ++pieces; });
    });
    QCOMPARE(pieces.load(), 1);
}

void TestThreadPool::teamsAndSingleTasksTakeTurns() {
    ThreadPool pool(3, [] {});
    std::atomic<std::int64_t> sum = 0;
    for (int round = 0; round < 50; ++round) {
        pool.run(10, [&](std::int64_t i) { sum += i; });
        pool.runTeam([&](Team& team) { team.share(10, 1, [&](std::int64_t i, std::int64_t) { sum += i; }); });
        QVERIFY_EXCEPTION_THROWN(pool.run(3, [](std::int64_t) { throw std::runtime_error("no"); }), std::runtime_error);
    }
    QCOMPARE(sum.load(), std::int64_t{50} * 90);
}

QTEST_GUILESS_MAIN(TestThreadPool)
#include "test_thread_pool.moc"
