// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models/model_status.h"

#include <QTest>

using namespace parley;
using namespace parley::ui;

class TestModelStatus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsEveryPhase();
};

void TestModelStatus::tellsEveryPhase() {
    ModelStatus status;
    QCOMPARE(status.text(), QString("No model"));
    status.setModel("Dia", {ModelState::Phase::Loading, 0.426, {}, {}, {}});
    QVERIFY(status.text().contains("Dia") && status.text().contains("42"));
    status.setModel("Dia", {ModelState::Phase::Ready, 1, "cpu", "bfloat16", {}});
    QCOMPARE(status.text(), QString("Dia · cpu · bfloat16"));
    status.setModel("Dia",
                    {ModelState::Phase::Failed, 0, {}, {}, {ErrorCode::OutOfMemory, "", "6 GB are missing", ""}});
    QVERIFY(status.toolTip().contains("6 GB are missing"));
    QCOMPARE(status.accessibleName(), status.text());
}

QTEST_MAIN(TestModelStatus)
#include "test_model_status.moc"
