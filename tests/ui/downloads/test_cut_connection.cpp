// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/downloads/fetch_bench.h"

#include <sys/resource.h>

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTest>
#include <algorithm>

using namespace parley::test;
using parley::Result;
using parley::ui::FileBrought;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr qint64 kSize = 40'000'000; // instrumented hashing takes its time
#else
constexpr qint64 kSize = 200'000'000;
#endif
#ifdef __SANITIZE_ADDRESS__
constexpr bool kCountsMemory = false; // what was freed is kept, to be watched
#else
constexpr bool kCountsMemory = true;
#endif
constexpr int kCuts = 20;
constexpr qint64 kBuffer = qint64{1} << 20U;

/// The most that this process ever had, in bytes.
qint64 mostMemory() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const qint64 most = usage.ru_maxrss; // NOLINT(cppcoreguidelines-pro-type-union-access): glibc's own
#ifdef __APPLE__
    return most;
#else
    return most * 1024;
#endif
}

} // namespace

/// A large file through a connection that breaks at random: whole, and each byte asked for once.
class TestCutConnection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bringsEverythingOnce_data() {
        QTest::addColumn<quint32>("seed");
        QTest::newRow("seed 1") << quint32{1};
        QTest::newRow("seed 2") << quint32{2};
    }
    void bringsEverythingOnce() {
        QFETCH(quint32, seed);
        FetchBench bench;
        bench.hub.addGenerated("a/b", "large.bin", kSize, seed);
        QList<qint64> cuts;
        QRandomGenerator generator(seed);
        std::generate_n(std::back_inserter(cuts), kCuts, [&] { return generator.bounded(kSize); });
        std::sort(cuts.begin(), cuts.end());
        qint64 asked = 0;
        int broken = 0;
        bench.hub.setMischief([&](const SeenRequest& seen, HttpAnswer& answer) {
            if (!seen.isCdn) {
                return;
            }
            const auto next = std::upper_bound(cuts.begin(), cuts.end(), answer.from);
            if (next != cuts.end()) {
                answer.cutAfter = *next - answer.from;
                ++broken;
            }
            asked += next != cuts.end() ? answer.cutAfter : answer.count;
        });
        const qint64 memoryBefore = mostMemory();
        const Result<FileBrought> brought = bench.fetch("a/b", "large.bin");
        QVERIFY2(brought.ok(), brought.ok() ? "" : brought.error().message().c_str());
        const qint64 memory = mostMemory() - memoryBefore;
        qInfo("%lld kB more memory than before", memory / 1000);
        // Of client and server together, which share this process.
        QVERIFY(!kCountsMemory || memory < kSize / 2);
        QVERIFY(broken >= kCuts - 1); // two may fall on one place
        QCOMPARE(brought.value().bytes, kSize);
        QCOMPARE(brought.value().sha256, bench.hub.file("a/b", "large.bin").sha256);
        QCOMPARE(bench.came, kSize);
        const qint64 twice = asked - kSize;
        qInfo("%lld bytes of %lld were asked for twice, over %d cuts", twice, kSize, broken);
        QVERIFY(twice >= 0 && twice <= broken * kBuffer);
        QFile file(bench.target("large.bin"));
        QCryptographicHash hash(QCryptographicHash::Sha256);
        QVERIFY(file.open(QIODevice::ReadOnly) && hash.addData(&file));
        QCOMPARE(hash.result().toHex(), brought.value().sha256);
    }
};

QTEST_GUILESS_MAIN(TestCutConnection)
#include "test_cut_connection.moc"
