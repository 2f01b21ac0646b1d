// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/kernels/instruction_sets.h"
#include "engine/kernels/values.h"
#include "kernels/attend_step.h"

#include <QTest>
#include <cmath>
#include <cstring>
#include <tuple>
#include <vector>

using namespace parley::kernels;
using namespace parley::test;

namespace {

struct Sizes {
    std::size_t queries, positions, dim;
};

/// Softmax attention in double.
template <typename Value>
std::vector<double> expected(const Sizes& sizes, const std::vector<float>& q, const std::vector<Value>& k,
                             const std::vector<Value>& v) {
    std::vector<double> out(sizes.queries * sizes.dim, 0.0);
    for (std::size_t i = 0; i < sizes.queries; ++i) {
        std::vector<double> weights(sizes.positions);
        double highest = -INFINITY;
        for (std::size_t s = 0; s < sizes.positions; ++s) {
            for (std::size_t h = 0; h < sizes.dim; ++h) {
                weights[s] += double{q[i * sizes.dim + h]} * double{asFloat(k[s * sizes.dim + h])};
            }
            highest = std::max(highest, weights[s]);
        }
        double sum = 0;
        for (double& weight : weights) {
            weight = std::exp(weight - highest);
            sum += weight;
        }
        for (std::size_t s = 0; s < sizes.positions; ++s) {
            for (std::size_t h = 0; h < sizes.dim; ++h) {
                out[i * sizes.dim + h] += weights[s] / sum * double{asFloat(v[s * sizes.dim + h])};
            }
        }
    }
    return out;
}

template <typename Value>
std::vector<float> attended(const Sizes& sizes, const std::vector<float>& q, const std::vector<Value>& k,
                            const std::vector<Value>& v) {
    std::vector<float> scores(sizes.queries * sizes.positions);
    std::vector<float> out(sizes.queries * sizes.dim, NAN);
    attendStep(q.data(), sizes.queries, HeadCache<Value>{k.data(), v.data(), sizes.positions, sizes.dim}, scores.data(),
               out.data());
    return out;
}

template <typename Value>
void compare(const Sizes& sizes, const std::vector<float>& q, const std::vector<Value>& k,
             const std::vector<Value>& v) {
    const std::vector<double> wanted = expected(sizes, q, k, v);
    const std::vector<float> got = attended(sizes, q, k, v);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        QVERIFY2(std::abs(wanted[i] - double{got[i]}) < 1e-5, qPrintable(QString::number(i)));
    }
}

} // namespace

class TestAttendStep : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { useInstructionSet(0); }
    void agreesWithDouble_data();
    void agreesWithDouble();
    void aQueryDoesNotFeelItsCompany();
    void hugeScoresStayFinite();
};

void TestAttendStep::agreesWithDouble_data() {
    QTest::addColumn<qint64>("target");
    QTest::addColumn<int>("queries");
    QTest::addColumn<int>("positions");
    QTest::addColumn<int>("dim");
    for (const auto& [target, name] : instructionSets()) {
        for (const auto& [queries, positions, dim] :
             {std::tuple{1, 1, 1}, {4, 1, 128}, {4, 65, 128}, {3, 130, 33}, {7, 17, 70}, {2, 300, 8}}) {
            QTest::addRow("%s %d queries, %d x %d", name.c_str(), queries, positions, dim)
                << qint64{target} << queries << positions << dim;
        }
    }
}

void TestAttendStep::agreesWithDouble() {
    QFETCH(const qint64, target);
    QFETCH(const int, queries);
    QFETCH(const int, positions);
    QFETCH(const int, dim);
    useInstructionSet(target);
    const Sizes sizes{static_cast<std::size_t>(queries), static_cast<std::size_t>(positions),
                      static_cast<std::size_t>(dim)};
    const auto q = values(sizes.queries * sizes.dim, 1);
    const auto k = values(sizes.positions * sizes.dim, 2);
    const auto v = values(sizes.positions * sizes.dim, 3);
    compare(sizes, q, k, v);
    compare(sizes, q, toBf16(k), toBf16(v));
}

void TestAttendStep::aQueryDoesNotFeelItsCompany() {
    const Sizes all{7, 91, 128};
    const auto q = values(all.queries * all.dim, 4);
    const auto k = toBf16(values(all.positions * all.dim, 5));
    const auto v = toBf16(values(all.positions * all.dim, 6));
    const std::vector<float> together = attended(all, q, k, v);
    for (std::size_t i = 0; i < all.queries; ++i) {
        const auto first = static_cast<std::ptrdiff_t>(i * all.dim);
        const std::vector<float> own(q.begin() + first, q.begin() + first + static_cast<std::ptrdiff_t>(all.dim));
        const std::vector<float> alone = attended({1, all.positions, all.dim}, own, k, v);
        QCOMPARE(std::memcmp(alone.data(), together.data() + first, alone.size() * sizeof(float)), 0);
    }
}

void TestAttendStep::hugeScoresStayFinite() {
    const std::vector<float> q(16, 300.0F);
    std::vector<float> k(std::size_t{3} * 16, -300.0F);
    std::fill_n(k.begin() + 16, 16, 300.0F);
    std::vector<float> v(std::size_t{3} * 16, 1.0F);
    std::fill_n(v.begin() + 16, 16, 2.0F);
    for (const float value : attended({1, 3, 16}, q, k, v)) {
        QCOMPARE(value, 2.0F); // all the weight is on the second position
    }
}

QTEST_GUILESS_MAIN(TestAttendStep)
#include "test_attend_step.moc"
