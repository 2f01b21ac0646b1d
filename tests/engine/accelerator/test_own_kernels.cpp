// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/profile.h"
#include "support/own_kernels_probe.h"

#include <QTest>

using namespace parley;
using namespace parley::test;
using backend::NumberFormat;

/// Parley's kernels for NVIDIA GPUs: their source, run by the CPU, against torch's operators, the CPU's kernels and the
/// host's sampler.
class TestOwnKernels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void comeToTheSame_data();
    void comeToTheSame();
    void faultsAreFound_data();
    void faultsAreFound();
};

void TestOwnKernels::comeToTheSame_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<double>("bound");
    // Activations in float16 and bfloat16 are rounded to 2⁻¹¹ and 2⁻⁸, products of packed weights once more.
    QTest::newRow("float32") << static_cast<int>(NumberFormat::Float32) << 4e-6;
    QTest::newRow("float16") << static_cast<int>(NumberFormat::Float16) << 1e-3;
    QTest::newRow("bfloat16") << static_cast<int>(NumberFormat::Bfloat16) << 8e-3;
    QTest::newRow("int8") << static_cast<int>(NumberFormat::Int8) << 1e-3;
    QTest::newRow("int4") << static_cast<int>(NumberFormat::Int4) << 1e-3;
}

void TestOwnKernels::comeToTheSame() {
    QFETCH(const int, format);
    QFETCH(const double, bound);
    const KernelErrors errors = kernelErrors(static_cast<NumberFormat>(format), Fault::None, {1, 2, 5, 18});
    QVERIFY2(errors.largest <= bound, qPrintable(QString::number(errors.largest)));
    QCOMPARE(errors.otherDraws, 0.0);
}

void TestOwnKernels::faultsAreFound_data() {
    QTest::addColumn<int>("fault");
    QTest::newRow("embedding") << static_cast<int>(Fault::Embedding);
    QTest::newRow("norm") << static_cast<int>(Fault::Norm);
    QTest::newRow("turn") << static_cast<int>(Fault::Turn);
    QTest::newRow("store") << static_cast<int>(Fault::Store);
    QTest::newRow("attention") << static_cast<int>(Fault::Attention);
    QTest::newRow("gate") << static_cast<int>(Fault::Gate);
    QTest::newRow("product") << static_cast<int>(Fault::Product);
    QTest::newRow("gated product") << static_cast<int>(Fault::GatedProduct);
    QTest::newRow("draw") << static_cast<int>(Fault::Draw);
    QTest::newRow("finish") << static_cast<int>(Fault::Finish);
}

void TestOwnKernels::faultsAreFound() {
    QFETCH(const int, fault);
    const KernelErrors errors = kernelErrors(NumberFormat::Int8, static_cast<Fault>(fault), {5});
    QVERIFY2(errors.largest > 0.05 || errors.otherDraws > 0.3,
             qPrintable(QStringLiteral("%1 %2").arg(errors.largest).arg(errors.otherDraws)));
}

QTEST_GUILESS_MAIN(TestOwnKernels)
#include "test_own_kernels.moc"
