// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "sampling/code_grid.h"
#include "support/accelerator_probe.h"

#include <QTest>
#include <random>

using namespace parley;
using namespace parley::sampling;
using namespace parley::test;

/// The grid's rules on a device against the grid itself: the same rows from the same draws, to the end of speech.
class TestDeviceGrid : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void comesToTheSameRows_data();
    void comesToTheSameRows();
    void goesOnFromTheMiddle();

private:
    CodeRules m_rules{.delay = {0, 8, 9, 10, 11, 12, 13, 14, 15}};
};

namespace {

std::vector<std::int64_t> someIds(std::size_t count, std::uint32_t seed = 5) {
    std::mt19937 random(seed); // the same in every run
    std::vector<std::int64_t> ids(count);
    for (std::int64_t& id : ids) {
        id = static_cast<std::int64_t>(random() % 1024);
    }
    return ids;
}

} // namespace

void TestDeviceGrid::comesToTheSameRows_data() {
    QTest::addColumn<int>("frames");
    QTest::addColumn<int>("endsAt"); // the step that draws the end of speech; -1: none does
    QTest::newRow("no voice, ends") << 0 << 20;
    QTest::newRow("no voice, ends at once") << 0 << 0;
    QTest::newRow("no voice, runs out of rows") << 0 << -1;
    QTest::newRow("a voice, ends") << 30 << 20;
    QTest::newRow("a voice, ends under its delay") << 30 << 3;
    QTest::newRow("a short voice, runs out of rows") << 2 << -1;
}

void TestDeviceGrid::comesToTheSameRows() {
    QFETCH(const int, frames);
    QFETCH(const int, endsAt);
    constexpr std::int64_t kMaxTokens = 80;
    CodeGrid grid(m_rules, someIds(static_cast<std::size_t>(frames) * 9), kMaxTokens);
    const CodeGrid start = grid;
    std::vector<std::int64_t> drawn;
    std::vector<std::int64_t> wanted;
    for (int step = 0; !grid.finished(); ++step) {
        std::vector<std::int64_t> row = someIds(9);
        row.front() = step == endsAt ? m_rules.eos : step;
        grid.accept(row);
        drawn.insert(drawn.end(), row.begin(), row.end());
        const auto last = grid.row(grid.rows() - 1);
        wanted.insert(wanted.end(), last.begin(), last.end());
    }
    QVERIFY(deviceRows(start, m_rules, kMaxTokens, drawn, Kernels::Torch) == wanted);
    QVERIFY(deviceRows(start, m_rules, kMaxTokens, drawn, Kernels::Own) == wanted);
}

void TestDeviceGrid::goesOnFromTheMiddle() {
    constexpr std::int64_t kMaxTokens = 60;
    CodeGrid grid(m_rules, someIds(std::size_t{5} * 9), kMaxTokens);
    for (int step = 0; step < 6; ++step) { // some channels are still the voice's
        grid.accept(someIds(9));
    }
    const CodeGrid middle = grid;
    std::vector<std::int64_t> ending = someIds(9);
    ending.front() = m_rules.eos;
    grid.accept(ending);
    const CodeGrid counting = grid; // the countdown has begun
    std::vector<std::int64_t> drawn = ending;
    std::vector<std::int64_t> wanted(grid.row(grid.rows() - 1).begin(), grid.row(grid.rows() - 1).end());
    while (!grid.finished()) {
        grid.accept(someIds(9));
        const std::vector<std::int64_t> row = someIds(9);
        drawn.insert(drawn.end(), row.begin(), row.end());
        const auto last = grid.row(grid.rows() - 1);
        wanted.insert(wanted.end(), last.begin(), last.end());
    }
    const std::vector<std::int64_t> later(drawn.begin() + 9, drawn.end());
    const std::vector<std::int64_t> wantedLater(wanted.begin() + 9, wanted.end());
    for (const Kernels kernels : {Kernels::Torch, Kernels::Own}) {
        QVERIFY(deviceRows(middle, m_rules, kMaxTokens, drawn, kernels) == wanted);
        QVERIFY(deviceRows(counting, m_rules, kMaxTokens, later, kernels) == wantedLater);
    }
}

QTEST_GUILESS_MAIN(TestDeviceGrid)
#include "test_device_grid.moc"
