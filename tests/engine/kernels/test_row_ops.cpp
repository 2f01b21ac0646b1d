// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/kernels/instruction_sets.h"
#include "engine/kernels/values.h"
#include "kernels/row_ops.h"

#include <QTest>
#include <cmath>
#include <vector>

using namespace parley::kernels;
using namespace parley::test;

class TestRowOps : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { useInstructionSet(0); }
    void adds_data() { sizes(); }
    void adds();
    void rotates();

private:
    static void sizes();
};

void TestRowOps::sizes() {
    QTest::addColumn<qint64>("target");
    QTest::addColumn<int>("count");
    for (const auto& [target, name] : instructionSets()) {
        for (const int count : {1, 3, 16, 33, 2048}) {
            QTest::addRow("%s %d", name.c_str(), count) << qint64{target} << count;
        }
    }
}

void TestRowOps::adds() {
    QFETCH(const qint64, target);
    QFETCH(const int, count);
    useInstructionSet(target);
    const std::vector<float> x = values(static_cast<std::size_t>(count), 4);
    const std::vector<std::uint16_t> narrow = toBf16(x);
    const std::vector<float> before = values(x.size(), 5);
    std::vector<float> y = before;
    addRow(x.data(), x.size(), y.data());
    addRow(narrow.data(), x.size(), y.data());
    for (std::size_t i = 0; i < x.size(); ++i) {
        QCOMPARE(y[i], (before[i] + x[i]) + asFloat(narrow[i]));
    }
}

void TestRowOps::rotates() {
    const std::vector<float> x = values(34, 6);
    const std::vector<float> angles = values(17, 7);
    std::vector<float> cosines;
    std::vector<float> sines;
    for (const float angle : angles) {
        cosines.push_back(std::cos(angle));
        sines.push_back(std::sin(angle));
    }
    std::vector<float> y = x;
    rotateHead(y.data(), cosines.data(), sines.data(), y.size(), y.data()); // in place
    for (std::size_t i = 0; i < 17; ++i) {
        QVERIFY(std::abs(y[i] - (x[i] * cosines[i] - x[17 + i] * sines[i])) < 1e-6F);
        QVERIFY(std::abs(y[17 + i] - (x[17 + i] * cosines[i] + x[i] * sines[i])) < 1e-6F);
        // A turn keeps the length.
        QVERIFY(std::abs(std::hypot(y[i], y[17 + i]) - std::hypot(x[i], x[17 + i])) < 1e-6F);
    }
}

QTEST_GUILESS_MAIN(TestRowOps)
#include "test_row_ops.moc"
