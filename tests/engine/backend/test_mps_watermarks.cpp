// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/mps_watermarks.h"

#include <QTest>

using namespace parley::backend;

/// How torch's allocator for Apple's GPUs is kept from taking more than there is.
class TestMpsWatermarks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leavesWhatWasChosen_data() {
        QTest::addColumn<QString>("high");
        QTest::addColumn<QString>("low");
        QTest::addColumn<QString>("newHigh");
        QTest::addColumn<QString>("newLow");
        const auto row = [](const char* name, const char* high, const char* low, const char* newHigh,
                            const char* newLow) {
            QTest::newRow(name) << QString(high) << QString(low) << QString(newHigh) << QString(newLow);
        };
        row("nothing", "", "", "1", "1");
        row("both", "1.7", "1.4", "", "");
        row("a small limit", "0.5", "", "", "0.5"); // torch's own low mark would be above it
        row("as much as there is", "1", "", "", "1");
        row("a large limit", "1.5", "", "", "");
        row("no limit", "0.0", "", "", "");
        row("no number", "plenty", "", "", "");
        row("only when to collect", "", "0.6", "1", "");
        row("only when to collect, late", "", "1.2", "", ""); // above a limit of 1, torch would refuse it
    }

    void leavesWhatWasChosen() {
        QFETCH(const QString, high);
        QFETCH(const QString, low);
        QFETCH(const QString, newHigh);
        QFETCH(const QString, newLow);
        const MpsWatermarks missing = missingWatermarks({high.toStdString(), low.toStdString()});
        QCOMPARE(QString::fromStdString(missing.high), newHigh);
        QCOMPARE(QString::fromStdString(missing.low), newLow);
    }

    void setsTorchsVariables() {
        qputenv("PYTORCH_MPS_HIGH_WATERMARK_RATIO", "0.5");
        qunsetenv("PYTORCH_MPS_LOW_WATERMARK_RATIO");
        limitMpsMemory();
        QCOMPARE(qgetenv("PYTORCH_MPS_HIGH_WATERMARK_RATIO"), QByteArray("0.5"));
        QCOMPARE(qgetenv("PYTORCH_MPS_LOW_WATERMARK_RATIO"), QByteArray("0.5"));
    }
};

QTEST_GUILESS_MAIN(TestMpsWatermarks)
#include "test_mps_watermarks.moc"
