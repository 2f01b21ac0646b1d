// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models/model_status.h"

#include <QSignalSpy>
#include <QTest>

using parley::ErrorCode;
using parley::ui::ModelState;
using parley::ui::ModelStatus;

namespace {

ModelState ready() {
    return {ModelState::Phase::Ready, 1.0, "cpu", "bfloat16", {}};
}

ModelState failed() {
    return {ModelState::Phase::Failed,
            0,
            {},
            {},
            {ErrorCode::OutOfMemory, parley::verbatim("Dia"), parley::verbatim("needs <b>7.5 GB</b>"), {}}};
}

/// All of it: the text itself may be cut to the room there is.
QString said(const ModelStatus& status) {
    return status.accessibleName();
}

} // namespace

class TestModelStatus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void beginsWithoutAModel() {
        const ModelStatus status;
        QVERIFY(said(status).contains(QStringLiteral("No model")));
    }

    void tellsHowFarLoadingIs() {
        ModelStatus status;
        status.setModel(QStringLiteral("Dia"));
        status.setState({ModelState::Phase::Loading, 0.459, {}, {}, {}});
        QVERIFY(said(status).contains(QStringLiteral("Dia")));
        QVERIFY(said(status).contains(QStringLiteral("45 %")));
        status.setState({ModelState::Phase::Loading, 17, {}, {}, {}});
        QVERIFY(said(status).contains(QStringLiteral("100 %")));
    }

    void namesModelDeviceAndDtype() {
        ModelStatus status;
        status.setModel(QStringLiteral("Dia"));
        status.setState(ready());
        for (const char* part : {"Dia", "CPU", "bfloat16"}) {
            QVERIFY2(said(status).contains(QLatin1String(part)), part);
        }
        QVERIFY(!said(status).contains(QStringLiteral("instead")));
    }

    void tellsThatItIsOutOfMemory() {
        ModelStatus status;
        status.setModel(QStringLiteral("Dia"));
        ModelState state = ready();
        state.phase = ModelState::Phase::Unloaded;
        status.setState(state);
        QVERIFY2(said(status).contains(QStringLiteral("Dia, not in memory")), qPrintable(said(status)));
        QVERIFY(!said(status).contains(QStringLiteral("ready")));
    }

    void tellsWhatIsUsedInstead() {
        ModelStatus status;
        status.setModel(QStringLiteral("Dia"));
        status.setRequested(QStringLiteral("cuda:1"), QStringLiteral("auto"));
        status.setState(ready());
        QVERIFY(said(status).contains(QStringLiteral("NVIDIA GPU 1 can't be used; CPU is used instead.")));
        status.setRequested(QStringLiteral("cpu"), QStringLiteral("float32"));
        QVERIFY(said(status).contains(QStringLiteral("float32 can't be used; bfloat16 is used instead.")));
        status.setRequested(QStringLiteral("cpu"), QStringLiteral("bfloat16"));
        QVERIFY(!said(status).contains(QStringLiteral("instead")));
    }

    void tellsWhyNeitherCanBeUsed() {
        ModelStatus status;
        status.setModel(QStringLiteral("Dia"));
        status.setRequested(QStringLiteral("cuda:1"), QStringLiteral("float16"));
        status.setRefusals({QStringLiteral("there is one GPU"), QStringLiteral("the CPU can't")});
        status.setState(ready());
        QVERIFY(
            said(status).endsWith(QStringLiteral("NVIDIA GPU 1 can't be used (there is one GPU); CPU is used instead. "
                                                 "float16 can't be used (the CPU can't); bfloat16 is used instead.")));
        status.setRequested(QStringLiteral("cuda:1"), QStringLiteral("auto"));
        QVERIFY(!said(status).contains(QStringLiteral("there is one GPU")));
    }

    void remarksOnTheModelUntilAnotherLoads() {
        ModelStatus status;
        status.setModel(QStringLiteral("Dia"));
        status.setRemark(QStringLiteral("It limps."));
        status.setState(ready());
        QVERIFY(said(status).endsWith(QStringLiteral("It limps.")));
        status.setState({ModelState::Phase::Loading, 0.1, {}, {}, {}});
        QVERIFY(!said(status).contains(QStringLiteral("It limps.")));
    }

    void anyGpuWillDoWithoutANumber() {
        ModelStatus status;
        status.setModel(QStringLiteral("Dia"));
        status.setRequested(QStringLiteral("cuda"), QStringLiteral("auto"));
        status.setState({ModelState::Phase::Ready, 1.0, "cuda:0", "bfloat16", {}});
        QVERIFY(!said(status).contains(QStringLiteral("instead")));
    }

    void tellsWhyItFailed() {
        ModelStatus status;
        status.setModel(QStringLiteral("Dia"));
        status.setState(failed());
        QVERIFY(said(status).contains(QStringLiteral("needs <b>7.5 GB</b>")));
        QVERIFY(!status.toolTip().contains(QStringLiteral("<b>")));
    }

    void isCutToTheRoomThereIs() {
        ModelStatus status;
        status.setModel(QString(2000, QLatin1Char('x')));
        status.setState(ready());
        QVERIFY(status.sizeHint().width() < 2000);
        status.resize(200, status.sizeHint().height());
        status.show();
        QVERIFY(status.fontMetrics().horizontalAdvance(status.text()) < 200);
        QVERIFY(said(status).contains(QString(2000, QLatin1Char('x'))));
    }

    void leadsToThePreferences() {
        ModelStatus status;
        status.show();
        QSignalSpy asked(&status, &ModelStatus::preferencesRequested);
        QTest::mouseClick(&status, Qt::LeftButton);
        status.setFocus();
        QTest::keyClick(&status, Qt::Key_Space);
        QCOMPARE(asked.size(), 2);
    }
};

QTEST_MAIN(TestModelStatus)
#include "test_model_status.moc"
