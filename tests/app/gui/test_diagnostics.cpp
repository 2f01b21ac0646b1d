// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/studio_fixture.h"
#include "editor/script_panel.h"
#include "gui/diagnostics.h"
#include "widgets/notice_bar.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenuBar>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace parley;
using namespace parley::ui;
using parley::test::DemoStudio;
using parley::test::kStudioPatienceMs;

namespace {

/// Presses the menu's entry, and returns what is on the clipboard then.
QString copied(DemoStudio& demo) {
    for (QAction* action : demo.window().findChildren<QAction*>()) {
        if (QString(action->text()).remove('&') == "Copy diagnostics") {
            action->trigger();
        }
    }
    return QGuiApplication::clipboard()->text();
}

} // namespace

class TestDiagnostics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellVersionsDevicesAndTheLogButNoScript();
    void tellWhyADeviceIsNotUsed();
    void tellWhyThereIsNoModel();
};

void TestDiagnostics::tellVersionsDevicesAndTheLogButNoScript() {
    QCoreApplication::setApplicationVersion("9.8.7");
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    demo.makeShort();
    // Remarks, too, could quote a script.
    demo.window().script->setScript("[S1] Zanzibar (yodels) [S1] Quagmire. [s2] Xylophone!");
    demo.studio().voices.add({std::vector<float>(std::size_t{kSampleRate}, 0.2F)}, "Unused", "[S1] Wombat.", {}, {});
    QTRY_VERIFY_WITH_TIMEOUT(demo.find<QPushButton>("makeButton")->isEnabled(), kStudioPatienceMs);
    QTest::mouseClick(demo.find<QPushButton>("makeButton"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(demo.count(TakeState::Whole), 1, kStudioPatienceMs);
    // What can't be spoken at all is told, too.
    Recipe unspeakable;
    unspeakable.script = "[S1] Flamingo \x01";
    const QList<quint64> jobs = demo.studio().jobs.add({unspeakable, std::nullopt});
    QTRY_VERIFY_WITH_TIMEOUT(demo.studio().jobs.model().find(jobs.first())->hasEnded(), kStudioPatienceMs);

    const QString text = copied(demo);
    QVERIFY(demo.window().notice->text().contains("clipboard"));
    for (const QString& part :
         {QString("Parley 9.8.7"), QString("Qt ") + qVersion(), QString("Device: cpu ("), QString("Model: cpu, "),
          QString("The model is loaded"), QString("Job 1: Finished"), QString("Job 2: "), QString("seed 7")}) {
        QVERIFY2(text.contains(part), qPrintable(part + " is missing in\n" + text));
    }
    for (const char* word : {"Zanzibar", "yodels", "Quagmire", "Xylophone", "Wombat", "Flamingo"}) {
        QVERIFY2(!text.contains(word), qPrintable(text));
    }
}

void TestDiagnostics::tellWhyADeviceIsNotUsed() {
    DeviceInfo device;
    device.id = "cuda:0";
    device.name = verbatim("A card");
    device.reason = phrase("its driver is older than %1", 500);
    QVERIFY(gui::diagnostics("1", {}, {device}, {})
                .contains("Device: cuda:0 (A card) not used: its driver is older than 500"));
}

void TestDiagnostics::tellWhyThereIsNoModel() {
    ModelState failed;
    failed.phase = ModelState::Phase::Failed;
    failed.error = {ErrorCode::ModelNotFound, verbatim("here"), phrase("is not there"), {}};
    QVERIFY(gui::diagnostics("1", failed, {}, {}).contains("Model: here: is not there"));
    QVERIFY(gui::diagnostics("1", {}, {}, {}).contains("Model: none"));
    ModelState unloaded;
    unloaded.phase = ModelState::Phase::Unloaded;
    unloaded.device = "cpu";
    unloaded.dtype = "int8";
    QVERIFY(gui::diagnostics("1", unloaded, {}, {}).contains("Model: cpu, int8, not in memory"));
}

QTEST_MAIN(TestDiagnostics)
#include "test_diagnostics.moc"
