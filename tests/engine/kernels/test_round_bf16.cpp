// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/round_bf16.h"

#include <QTest>
#include <cmath>
#include <cstring>
#include <limits>
#include <vector>

using parley::kernels::roundToBfloat16;

namespace {

float fromBits(std::uint32_t bits) {
    float value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

} // namespace

class TestRoundBf16 : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roundsToTheNearestTiesToEven();
    void refusesWhatIsNotFinite_data();
    void refusesWhatIsNotFinite();
};

void TestRoundBf16::roundsToTheNearestTiesToEven() {
    // Below, at and above the middle between neighbours, for an even and an odd one; both signs; subnormal numbers.
    const std::vector<std::pair<std::uint32_t, std::uint16_t>> cases = {
        {0x3F800000, 0x3F80}, {0x3F807FFF, 0x3F80}, {0x3F808000, 0x3F80}, {0x3F808001, 0x3F81}, {0x3F818000, 0x3F82},
        {0xBF808001, 0xBF81}, {0x00000000, 0x0000}, {0x80000000, 0x8000}, {0x00018000, 0x0002}, {0x7F7F0000, 0x7F7F}};
    std::vector<float> in;
    for (int repeat = 0; repeat < 5; ++repeat) { // whole vectors and a rest
        for (const auto& [bits, expected] : cases) {
            in.push_back(fromBits(bits));
        }
    }
    std::vector<std::uint16_t> out(in.size());
    QVERIFY(roundToBfloat16(in.data(), out.data(), in.size()));
    for (std::size_t i = 0; i < out.size(); ++i) {
        QCOMPARE(out[i], cases[i % cases.size()].second);
    }
}

void TestRoundBf16::refusesWhatIsNotFinite_data() {
    QTest::addColumn<float>("value");
    QTest::newRow("infinity") << std::numeric_limits<float>::infinity();
    QTest::newRow("negative infinity") << -std::numeric_limits<float>::infinity();
    QTest::newRow("NaN") << std::numeric_limits<float>::quiet_NaN();
    QTest::newRow("NaN that would round to zero") << fromBits(0x7FFFFFFF);
    QTest::newRow("finite, but not as bfloat16") << std::numeric_limits<float>::max();
}

void TestRoundBf16::refusesWhatIsNotFinite() {
    QFETCH(float, value);
    for (std::size_t place = 0; place < 37; ++place) {
        std::vector<float> in(37, 1.0F);
        std::vector<std::uint16_t> out(in.size());
        QVERIFY(roundToBfloat16(in.data(), out.data(), in.size()));
        in[place] = value;
        QVERIFY(!roundToBfloat16(in.data(), out.data(), in.size()));
    }
}

QTEST_GUILESS_MAIN(TestRoundBf16)
#include "test_round_bf16.moc"
