// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/script_meter.h"

#include <QLabel>
#include <QTest>
#include <QVBoxLayout>

using namespace parley::ui;

namespace {

/// In a column of this width, with this text size.
struct ShownMeter {
    ShownMeter(int width, int pixelSize) {
        QFont font = column.font();
        font.setPixelSize(pixelSize);
        column.setFont(font);
        auto* rows = new QVBoxLayout(&column);
        rows->setContentsMargins({});
        rows->addWidget(meter);
        rows->addStretch(1);
        SpeechBudget budget;
        budget.bytes = 1013;
        budget.expectedSeconds = 114.9;
        budget.possibleSeconds = 128.1;
        meter->setBudget(budget);
        column.resize(width, 300);
        column.show();
    }
    [[nodiscard]] QLabel* label(const char* name) const { return meter->findChild<QLabel*>(QLatin1String(name)); }
    [[nodiscard]] bool isWhole() const {
        for (const QLabel* each : {label("meterBytes"), label("meterSeconds")}) {
            const int end = each->mapTo(meter, QPoint(each->width(), 0)).x();
            if (each->width() < each->sizeHint().width() || each->height() < each->sizeHint().height() ||
                end > column.width()) {
                return false;
            }
        }
        return true;
    }
    [[nodiscard]] bool isInOneRow() const { return label("meterBytes")->y() == label("meterSeconds")->y(); }

    QWidget column;
    ScriptMeter* meter = new ScriptMeter;
};

} // namespace

class ScriptMeterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isReadWholeAtAnyTextSize_data() {
        QTest::addColumn<int>("pixelSize");
        QTest::addColumn<bool>("inOneRow");
        QTest::newRow("usual") << 13 << true;
        QTest::newRow("150 %") << 20 << false;
        QTest::newRow("200 %") << 26 << false;
    }

    void isReadWholeAtAnyTextSize() {
        QFETCH(const int, pixelSize);
        QFETCH(const bool, inOneRow);
        const ShownMeter shown(430, pixelSize);
        QTRY_VERIFY(shown.isWhole());
        QCOMPARE(shown.column.width(), 430); // it didn't widen the column
        QCOMPARE(shown.isInOneRow(), inOneRow);
    }

    void comesBackIntoOneRow() {
        ShownMeter shown(430, 20);
        QTRY_VERIFY(!shown.isInOneRow());
        shown.column.resize(900, 300);
        QTRY_VERIFY(shown.isInOneRow());
        QVERIFY(shown.isWhole());
    }
};

QTEST_MAIN(ScriptMeterTest)
#include "script_meter_test.moc"
