// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models/first_start_panel.h"
#include "widgets/notice_bar.h"

#include <QFileDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace parley;
using namespace parley::ui;

namespace {

FoundModel found(const QString& name, const QString& codec, const QString& generation = QStringLiteral("0626")) {
    FoundModel model;
    model.name = name;
    model.modelPath = "/models/" + name;
    model.codecPath = codec;
    model.bytes = 6'400'000'000U;
    model.generation = generation;
    return model;
}

QPushButton* button(const FirstStartPanel& panel, const char* name) {
    return panel.findChild<QPushButton*>(QLatin1String(name));
}

} // namespace

class TestFirstStartPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void offersTheDemo();
    void offersWhatWasFound();
    void asksForAFolder();
    void tellsWhatIsWrong();
    void asksForTheCodec();
    void waitsWhileChecking();
};

void TestFirstStartPanel::offersTheDemo() {
    FirstStartPanel panel;
    panel.show();
    QSignalSpy demo(&panel, &FirstStartPanel::demoChosen);
    QTest::keyClick(button(panel, "firstStartDemo"), Qt::Key_Space);
    QCOMPARE(demo.count(), 1);
}

void TestFirstStartPanel::offersWhatWasFound() {
    FirstStartPanel panel;
    panel.show();
    QSignalSpy chosen(&panel, &FirstStartPanel::modelChosen);
    FoundModel broken = found("broken", "/codec");
    broken.error = Error{ErrorCode::CheckpointCorrupt, "x", "y", ""};
    panel.setFound({found("Dia", "/codec"), broken, found("puzzle", "/codec", "unknown")});
    QCOMPARE(panel.findChildren<QPushButton*>("firstStartFound").size(), 1);
    QTest::mouseClick(button(panel, "firstStartFound"), Qt::LeftButton);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().at(0).toString(), QString("/models/Dia"));
    QCOMPARE(chosen.first().at(1).toString(), QString("/codec"));
    panel.setFound({});
    QVERIFY(panel.findChildren<QPushButton*>("firstStartFound").isEmpty());
}

void TestFirstStartPanel::asksForAFolder() {
    FirstStartPanel panel;
    panel.show();
    QSignalSpy chosen(&panel, &FirstStartPanel::modelChosen);
    QTest::mouseClick(button(panel, "firstStartFolder"), Qt::LeftButton);
    auto* dialog = panel.findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->fileMode(), QFileDialog::Directory);
    Q_EMIT dialog->fileSelected("/somewhere");
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().at(0).toString(), QString("/somewhere"));
}

void TestFirstStartPanel::tellsWhatIsWrong() {
    FirstStartPanel panel;
    panel.show();
    panel.showProblem({ErrorCode::ModelNotFound, "/nowhere", "does not exist", ""});
    QVERIFY(panel.findChild<NoticeBar*>()->text().contains("/nowhere"));
}

void TestFirstStartPanel::asksForTheCodec() {
    FirstStartPanel panel;
    panel.show();
    QSignalSpy chosen(&panel, &FirstStartPanel::modelChosen);
    panel.askForCodec("/models/Dia");
    auto* notice = panel.findChild<NoticeBar*>();
    QVERIFY(notice->text().contains("dac_44khz"));
    QTest::mouseClick(notice->findChildren<QPushButton*>().first(), Qt::LeftButton);
    auto* dialog = panel.findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    Q_EMIT dialog->fileSelected("/the/codec");
    QCOMPARE(chosen.first().at(0).toString(), QString("/models/Dia"));
    QCOMPARE(chosen.first().at(1).toString(), QString("/the/codec"));
}

void TestFirstStartPanel::waitsWhileChecking() {
    FirstStartPanel panel;
    panel.show();
    panel.setChecking(true);
    QVERIFY(!button(panel, "firstStartFolder")->isEnabled());
    QVERIFY(button(panel, "firstStartDemo")->isEnabled());
    panel.setChecking(false);
    QVERIFY(button(panel, "firstStartFolder")->isEnabled());
}

QTEST_MAIN(TestFirstStartPanel)
#include "test_first_start_panel.moc"
