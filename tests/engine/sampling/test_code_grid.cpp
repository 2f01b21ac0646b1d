// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "sampling/code_grid.h"

#include <QTest>

using namespace parley::sampling;

namespace {

CodeRules rules() {
    return {.delay = {0, 2, 3}};
}

/// Accepts rows of the same code until the grid says that it's over; returns the number of steps.
int runToEnd(CodeGrid& grid, std::int64_t code) {
    int steps = 0;
    while (!grid.finished()) {
        grid.accept(std::vector<std::int64_t>(3, code));
        ++steps;
    }
    return steps;
}

std::vector<std::int64_t> rowOf(const CodeGrid& grid, std::int64_t index) {
    return {grid.row(index).begin(), grid.row(index).end()};
}

} // namespace

class TestCodeGrid : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void beginsWithBos();
    void laysThePromptUnderItsDelay();
    void drawsThePromptsVeryLastCode();
    void countsDownAfterEos();
    void stopsAtMaxTokens();
    void undoesTheDelay();
    void otherIdsBecomeSilence();
    void handsOutFramesAsTheyGetReady();
};

void TestCodeGrid::beginsWithBos() {
    CodeGrid grid(rules(), {}, 100);
    QCOMPARE(grid.firstStep(), std::int64_t{0});
    QCOMPARE(grid.rows(), std::int64_t{1});
    grid.accept(std::vector<std::int64_t>{5, 6, 7});
    QVERIFY((rowOf(grid, 0) == std::vector<std::int64_t>{1026, 1026, 1026}));
    QVERIFY((rowOf(grid, 1) == std::vector<std::int64_t>{5, 1026, 1026}));
    grid.accept(std::vector<std::int64_t>{5, 6, 7});
    grid.accept(std::vector<std::int64_t>{5, 6, 7});
    QVERIFY((rowOf(grid, 2) == std::vector<std::int64_t>{5, 1026, 1026}));
    // The tensor of the reference ends here: the last channel's BOS of row 3 falls outside and is drawn.
    QVERIFY((rowOf(grid, 3) == std::vector<std::int64_t>{5, 6, 7}));
}

void TestCodeGrid::laysThePromptUnderItsDelay() {
    const std::vector<std::int64_t> prompt{10, 20, 30, 11, 21, 31};
    const CodeGrid grid(rules(), prompt, 100);
    QCOMPARE(grid.firstStep(), std::int64_t{2});
    QVERIFY((rowOf(grid, 1) == std::vector<std::int64_t>{10, 1026, 1026}));
    QVERIFY((rowOf(grid, 2) == std::vector<std::int64_t>{11, 1026, 1026}));
}

void TestCodeGrid::drawsThePromptsVeryLastCode() {
    const std::vector<std::int64_t> prompt{10, 20, 30, 11, 21, 31};
    CodeGrid grid(rules(), prompt, 100);
    for (int i = 0; i < 4; ++i) {
        grid.accept(std::vector<std::int64_t>{1, 2, 3});
    }
    QVERIFY((rowOf(grid, 3) == std::vector<std::int64_t>{1, 20, 1026}));
    QVERIFY((rowOf(grid, 4) == std::vector<std::int64_t>{1, 21, 30}));
    QVERIFY((rowOf(grid, 5) == std::vector<std::int64_t>{1, 2, 3})); // 31 would stand here
}

void TestCodeGrid::countsDownAfterEos() {
    CodeGrid grid(rules(), {}, 100);
    for (int i = 0; i < 5; ++i) {
        grid.accept(std::vector<std::int64_t>{1, 2, 3});
    }
    grid.accept(std::vector<std::int64_t>{1024, 2, 3}); // row 6
    QCOMPARE(grid.stepsLeft(), std::int64_t{2});
    QCOMPARE(runToEnd(grid, 4), 2);
    QVERIFY((rowOf(grid, 6) == std::vector<std::int64_t>{1024, 2, 3}));
    QVERIFY((rowOf(grid, 7) == std::vector<std::int64_t>{1025, 4, 4}));
    QVERIFY((rowOf(grid, 8) == std::vector<std::int64_t>{1025, 1024, 4}));
    QCOMPARE(grid.framesReady(), std::int64_t{5});
}

void TestCodeGrid::stopsAtMaxTokens() {
    CodeGrid grid(rules(), {}, 20);
    QCOMPARE(grid.stepsLeft(), std::int64_t{19});
    QCOMPARE(runToEnd(grid, 4), 19);
    QCOMPARE(grid.rows(), std::int64_t{20});
    QCOMPARE(grid.framesReady(), std::int64_t{16}); // rows 1 to 16: row 17 began the countdown
}

void TestCodeGrid::undoesTheDelay() {
    CodeGrid grid(rules(), {}, 100);
    for (std::int64_t row = 1; row <= 8; ++row) {
        grid.accept(std::vector<std::int64_t>{row, 100 + row, 200 + row});
    }
    const std::vector<std::int64_t> frames = grid.frames(3);
    QVERIFY((frames == std::vector<std::int64_t>{4, 106, 207, 5, 107, 208}));
}

void TestCodeGrid::otherIdsBecomeSilence() {
    CodeGrid grid(rules(), {}, 100);
    for (int i = 0; i < 5; ++i) {
        grid.accept(std::vector<std::int64_t>{3, 1024, 1027});
    }
    QVERIFY((grid.frames(0) == std::vector<std::int64_t>{3, 0, 0, 3, 0, 0}));
}

void TestCodeGrid::handsOutFramesAsTheyGetReady() {
    CodeGrid grid(rules(), {}, 100);
    for (int i = 0; i < 3; ++i) {
        grid.accept(std::vector<std::int64_t>{1, 2, 3});
        QCOMPARE(grid.framesReady(), std::int64_t{0});
    }
    grid.accept(std::vector<std::int64_t>{1, 2, 3});
    QCOMPARE(grid.framesReady(), std::int64_t{1});
    QVERIFY(grid.frames(1).empty());
}

QTEST_GUILESS_MAIN(TestCodeGrid)
#include "test_code_grid.moc"
