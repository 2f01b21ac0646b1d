// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/studio_fixture.h"
#include "voices/voice_panel.h"

#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>

using namespace parley;
using namespace parley::ui;
using parley::test::DemoStudio;

namespace {

AudioClip eightSeconds() {
    return {std::vector<float>(8 * std::size_t{kSampleRate}, 0.2F)};
}

} // namespace

class TestStudioLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makingAVoiceTakesTheWholeColumn();
    void recordingTakesTheWholeColumn();
    void beginsInTheScript();
    void theTextSizeReachesTheScript();
};

void TestStudioLayout::makingAVoiceTakesTheWholeColumn() {
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    demo.window().resize(1280, 800);
    const auto* settings = demo.find<QWidget>("generationPanel");
    auto* column = demo.find<QSplitter>("left");
    QVERIFY(settings->isVisible());
    const QList<int> before = column->sizes();

    demo.window().voices->addSound(eightSeconds(), "Grandmother", "[S1] Sit down by the fire, and listen.");
    auto* editor = demo.find<QWidget>("voiceEditor");
    QTRY_VERIFY(editor->isVisible());
    QVERIFY(!settings->isVisible());
    const auto* area = editor->findChild<QScrollArea*>();
    QTRY_COMPARE(area->verticalScrollBar()->maximum(), 0); // all of it can be seen

    QTest::mouseClick(demo.find<QPushButton>("cancelVoice"), Qt::LeftButton);
    QTRY_VERIFY(settings->isVisible());
    QTRY_COMPARE(column->sizes(), before);
}

void TestStudioLayout::recordingTakesTheWholeColumn() {
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    const auto* settings = demo.find<QWidget>("generationPanel");
    demo.window().voices->startRecording();
    auto* page = demo.find<QWidget>("recordPage");
    QTRY_VERIFY(page->isVisible());
    QVERIFY(!settings->isVisible());
    QTest::keyClick(page, Qt::Key_Escape);
    QTRY_VERIFY(settings->isVisible());
}

void TestStudioLayout::beginsInTheScript() {
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    QTRY_VERIFY(demo.find<QWidget>("scriptEditor")->hasFocus());
    demo.window().showFirstStart(true);
    demo.window().showFirstStart(false);
    QTRY_VERIFY(demo.find<QWidget>("scriptEditor")->hasFocus());
}

void TestStudioLayout::theTextSizeReachesTheScript() {
    const auto scriptSize = [](int textPercent) {
        const QTemporaryDir folder;
        {
            SettingsStore settings(folder.filePath("settings.json"));
            Preferences preferences = settings.preferences();
            preferences.textPercent = textPercent;
            settings.setPreferences(preferences);
        }
        DemoStudio demo(folder.path());
        return demo.find<QWidget>("scriptEditor")->font().pointSizeF();
    };
    const double usual = scriptSize(100);
    QVERIFY(usual > 0);
    QVERIFY(qAbs(scriptSize(150) - 1.5 * usual) < 0.6);
    QCOMPARE(scriptSize(100), usual);
}

QTEST_MAIN(TestStudioLayout)
#include "test_studio_layout.moc"
