// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/kernels/instruction_sets.h"
#include "kernels/snake.h"

#include <QTest>
#include <cmath>

using namespace parley::kernels;
using namespace parley::test;

namespace {

/// One moment of sound in `channels` channels, each with a frequency of its own.
struct Moment {
    explicit Moment(std::size_t channels) {
        for (std::size_t i = 0; i < channels; ++i) {
            const auto at = static_cast<float>(i);
            x.push_back(30.0F * std::sin(at * 0.7F) * std::cos(static_cast<float>(i * i % 97)));
            alpha.push_back(0.1F + static_cast<float>(i * 37 % 600) * 0.1F);
            scale.push_back(1.0F / alpha.back());
        }
    }
    std::vector<float> x;
    std::vector<float> alpha;
    std::vector<float> scale;
};

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
    for (const auto& [target, name] : instructionSets()) {
        QTest::newRow(name.c_str()) << qint64{target};
    }
}

void TestSnake::agreesWithDouble() {
    QFETCH(const qint64, target);
    useInstructionSet(target);
    const Moment m(1003);
    std::vector<float> y(m.x.size());
    snake(m.x.data(), m.alpha.data(), m.scale.data(), m.x.size(), y.data());
    for (std::size_t i = 0; i < m.x.size(); ++i) {
        // The argument as float32 has it: its rounding is the network's, not the sine's.
        const double sine = std::sin(static_cast<double>(m.x[i] * m.alpha[i]));
        const double expected = static_cast<double>(m.x[i]) + sine * sine / static_cast<double>(m.alpha[i]);
        QVERIFY(std::abs(expected - static_cast<double>(y[i])) < 1e-5);
    }
    useInstructionSet(0);
}

void TestSnake::valuesDoNotDependOnTheirPlace() {
    const Moment m(67);
    std::vector<float> whole(m.x.size());
    snake(m.x.data(), m.alpha.data(), m.scale.data(), m.x.size(), whole.data());
    for (std::size_t split = 0; split <= m.x.size(); ++split) {
        std::vector<float> parts = m.x; // in place
        snake(parts.data(), m.alpha.data(), m.scale.data(), split, parts.data());
        snake(parts.data() + split, m.alpha.data() + split, m.scale.data() + split, parts.size() - split,
              parts.data() + split);
        QVERIFY(parts == whole);
    }
}

QTEST_GUILESS_MAIN(TestSnake)
#include "test_snake.moc"
