// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/snake.h"

#include <hwy/targets.h>

#include <QTest>
#include <cmath>
#include <cstring>
#include <vector>

using parley::kernels::snake;

namespace {

std::vector<float> someSound(std::size_t count) {
    std::vector<float> x(count);
    for (std::size_t i = 0; i < count; ++i) {
        x[i] = 30.0F * std::sin(static_cast<float>(i) * 0.7F) * std::cos(static_cast<float>(i * i % 97));
    }
    return x;
}

} // namespace

class TestSnake : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithDouble_data();
    void agreesWithDouble();
    void valuesDoNotDependOnTheirPlace();
};

void TestSnake::agreesWithDouble_data() {
    QTest::addColumn<qint64>("target");
    for (const std::int64_t target : hwy::SupportedAndGeneratedTargets()) {
        QTest::newRow(hwy::TargetName(target)) << qint64{target};
    }
}

void TestSnake::agreesWithDouble() {
    QFETCH(qint64, target);
    hwy::SetSupportedTargetsForTest(target);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    const std::vector<float> x = someSound(1003);
    std::vector<float> y(x.size());
    for (const float alpha : {0.1F, 1.0F, 7.3F, 60.0F}) {
        snake(x.data(), y.data(), x.size(), alpha, 1.0F / alpha);
        for (std::size_t i = 0; i < x.size(); ++i) {
            // The argument as float32 has it: its rounding is the network's, not the sine's.
            const double sine = std::sin(static_cast<double>(x[i] * alpha));
            const double expected = static_cast<double>(x[i]) + sine * sine / static_cast<double>(alpha);
            QVERIFY(std::abs(expected - static_cast<double>(y[i])) < 1e-5);
        }
    }
    hwy::SetSupportedTargetsForTest(0);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

void TestSnake::valuesDoNotDependOnTheirPlace() {
    const std::vector<float> x = someSound(67);
    std::vector<float> whole(x.size());
    snake(x.data(), whole.data(), x.size(), 1.7F, 0.6F);
    for (std::size_t split = 0; split <= x.size(); ++split) {
        std::vector<float> parts = x; // in place
        snake(parts.data(), parts.data(), split, 1.7F, 0.6F);
        snake(parts.data() + split, parts.data() + split, x.size() - split, 1.7F, 0.6F);
        QCOMPARE(std::memcmp(parts.data(), whole.data(), whole.size() * sizeof(float)), 0);
    }
}

QTEST_GUILESS_MAIN(TestSnake)
#include "test_snake.moc"
