// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/free_memory.h"

#include <QTest>

using namespace parley::backend;

class TestFreeMemory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qunsetenv("PARLEY_FREE_MEMORY"); }

    void readsTheSystemsTable() {
        const char* table = "MemTotal:  16000 kB\nMemAvailable:    2000 kB\nCached: 1 kB\n";
        QCOMPARE(memInfoBytes(table, "MemAvailable:"), std::uint64_t{2'048'000});
        QCOMPARE(memInfoBytes(table, "MemTotal:"), std::uint64_t{16'384'000});
        QCOMPARE(memInfoBytes(table, "SwapFree:"), std::uint64_t{0});
        QCOMPARE(memInfoBytes("MemAvailable:", "MemAvailable:"), std::uint64_t{0});
        QCOMPARE(memInfoBytes("MemAvailable: lots\n\n", "MemAvailable:"), std::uint64_t{0});
        QCOMPARE(memInfoBytes("", "MemAvailable:"), std::uint64_t{0});
    }

    void readsAContainersLimit() {
        QCOMPARE(groupFreeBytes({"max\n", "100\n", ""}), std::uint64_t{0}); // no limit
        QCOMPARE(groupFreeBytes({"", "", ""}), std::uint64_t{0});
        QCOMPARE(groupFreeBytes({"1000\n", "400\n", ""}), std::uint64_t{600});
        QCOMPARE(groupFreeBytes({"1000\n", "400\n", "anon 5\ninactive_file 300\n"}), std::uint64_t{900});
        QCOMPARE(groupFreeBytes({"1000\n", "4000\n", ""}), std::uint64_t{1}); // full, which is not "no limit"
        QCOMPARE(groupFreeBytes({"1000\n", "400\n", "inactive_file 9000\n"}), std::uint64_t{1000});
    }

    void knowsThisMachine() {
        QVERIFY(mainMemoryBytes() > 0);
        QVERIFY(freeMainMemoryBytes() > 0 && freeMainMemoryBytes() <= mainMemoryBytes());
    }

    void mayBeToldAnotherFigure() {
        qputenv("PARLEY_FREE_MEMORY", "12345");
        QCOMPARE(freeMainMemoryBytes(), std::uint64_t{12345});
        qputenv("PARLEY_FREE_MEMORY", "0"); // not known: nothing is refused for it
        QCOMPARE(freeMainMemoryBytes(), std::uint64_t{0});
    }
};

QTEST_GUILESS_MAIN(TestFreeMemory)
#include "test_free_memory.moc"
