// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "sampling/philox.h"

#include <QTest>
#include <cmath>

using namespace parley::sampling;

class TestPhilox : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void matchesThePublishedVectors();
    void gumbelIsFiniteAtBothEnds();
    void gumbelHasItsMoments();
};

void TestPhilox::matchesThePublishedVectors() {
    // Random123, kat_vectors, philox4x32 with 10 rounds.
    const PhiloxCounter zeros{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8};
    QVERIFY(philox4x32({0, 0, 0, 0}, {0, 0}) == zeros);
    const std::uint32_t all = 0xffffffff;
    const PhiloxCounter ones{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd};
    QVERIFY(philox4x32({all, all, all, all}, {all, all}) == ones);
    const PhiloxCounter pi{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1};
    QVERIFY(philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) == pi);
}

void TestPhilox::gumbelIsFiniteAtBothEnds() {
    QVERIFY(std::isfinite(gumbel(0)));
    QVERIFY(std::isfinite(gumbel(0xffffffff)));
    QVERIFY(gumbel(0) < gumbel(0x80000000));
    QVERIFY(gumbel(0x80000000) < gumbel(0xffffffff));
}

void TestPhilox::gumbelHasItsMoments() {
    double sum = 0;
    double squares = 0;
    constexpr std::uint32_t kBlocks = 50000;
    for (std::uint32_t i = 0; i < kBlocks; ++i) {
        for (const std::uint32_t word : philox4x32({i, 1, 2, 0}, {3, 4})) {
            const auto value = static_cast<double>(gumbel(word));
            sum += value;
            squares += value * value;
        }
    }
    const double mean = sum / (4.0 * kBlocks);
    const double variance = squares / (4.0 * kBlocks) - mean * mean;
    QVERIFY(std::abs(mean - 0.5772) < 0.015);    // Euler's constant
    QVERIFY(std::abs(variance - 1.6449) < 0.03); // π² / 6
}

QTEST_GUILESS_MAIN(TestPhilox)
#include "test_philox.moc"
