// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/studio_fixture.h"
#include "editor/script_panel.h"
#include "voices/voice_panel.h"
#include "widgets/notice_bar.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace parley;
using namespace parley::ui;
using parley::test::DemoStudio;

namespace {

AudioClip eightSeconds() {
    return {std::vector<float>(8 * std::size_t{kSampleRate}, 0.2F)};
}

void setTextSize(SettingsStore& settings, int percent) {
    Preferences preferences = settings.preferences();
    preferences.textPercent = percent;
    settings.setPreferences(preferences);
}

/// A studio that starts with this text size.
struct SizedStudio {
    explicit SizedStudio(int percent) : demo(folderWith(percent)) {}

    QTemporaryDir folder;
    DemoStudio demo;

private:
    [[nodiscard]] QString folderWith(int percent) const {
        SettingsStore settings(folder.filePath("settings.json"));
        setTextSize(settings, percent);
        return folder.path();
    }
};

/// Of everything with an icon and a name.
QMap<QString, QSize> iconSizes(DemoStudio& demo) {
    QMap<QString, QSize> sizes;
    for (const auto* button : demo.window().findChildren<QAbstractButton*>()) {
        if (!button->icon().isNull() && !button->objectName().isEmpty()) {
            sizes[button->objectName()] = button->iconSize();
        }
    }
    for (const auto* bar : demo.window().findChildren<QTabBar*>()) {
        sizes[bar->parent()->objectName() + ".tabs"] = bar->iconSize();
    }
    for (const auto* view : demo.window().findChildren<QAbstractItemView*>()) {
        sizes[view->objectName()] = view->iconSize();
    }
    for (const auto* label : demo.window().findChildren<QLabel*>()) {
        if (!label->pixmap().isNull()) {
            sizes[label->parent()->objectName() + "." + label->objectName()] = label->pixmap().size();
        }
    }
    return sizes;
}

void dragHandle(const QSplitter& splitter, QPoint by) {
    QWidget* const handle = splitter.handle(1);
    const QPoint from = handle->rect().center();
    QTest::mousePress(handle, Qt::LeftButton, {}, from);
    QTest::mouseMove(handle, from + by);
    QTest::mouseRelease(handle, Qt::LeftButton, {}, from + by);
}

/// What a start would find after the program was killed now.
QByteArray keptState(const QTemporaryDir& folder, const QString& key) {
    return SettingsStore(folder.filePath("settings.json")).windowState(key);
}

} // namespace

class TestStudioLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makingAVoiceTakesTheWholeColumn();
    void recordingTakesTheWholeColumn();
    void beginsInTheScript();
    void theTextSizeReachesTheScript();
    void iconsFollowTheTextSize();
    void aSeedCanBeReadWhole_data();
    void aSeedCanBeReadWhole();
    void isKeptWhileTheWindowIsOpen();
    void isKeptWithoutWhatIsHidden();
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
    QVERIFY(!demo.window().script->script().isEmpty());
    QCOMPARE(demo.window().script->cursorPosition(), demo.window().script->script().size());
    demo.window().showFirstStart(true);
    demo.window().showFirstStart(false);
    QTRY_VERIFY(demo.find<QWidget>("scriptEditor")->hasFocus());
}

void TestStudioLayout::theTextSizeReachesTheScript() {
    const auto scriptSize = [](int textPercent) {
        SizedStudio studio(textPercent);
        return studio.demo.find<QWidget>("scriptEditor")->font().pointSizeF();
    };
    const double usual = scriptSize(100);
    QVERIFY(usual > 0);
    QVERIFY(qAbs(scriptSize(150) - 1.5 * usual) < 0.6);
    QCOMPARE(scriptSize(100), usual);
}

void TestStudioLayout::iconsFollowTheTextSize() {
    QMap<QString, QSize> large;
    {
        SizedStudio studio(150);
        studio.demo.window().notice->tell(Tone::Good, "A message with a picture.");
        large = iconSizes(studio.demo);
    }
    SizedStudio studio(100);
    studio.demo.window().notice->tell(Tone::Good, "A message with a picture.");
    const QMap<QString, QSize> usual = iconSizes(studio.demo);
    QVERIFY(usual.size() > 10);
    QVERIFY(large["makeButton"].width() > usual["makeButton"].width());
    for (const auto& [percent, sizes] : {std::pair(150, large), std::pair(100, usual)}) {
        setTextSize(studio.demo.studio().settings, percent);
        for (const QString& name : usual.keys()) { // widgets hear of it by and by
            QTRY_VERIFY2(iconSizes(studio.demo)[name] == sizes[name], qPrintable(name));
        }
    }
}

void TestStudioLayout::aSeedCanBeReadWhole_data() {
    QTest::addColumn<int>("textPercent");
    for (const int percent : {100, 125, 150, 200}) {
        QTest::addRow("%d %%", percent) << percent;
    }
}

void TestStudioLayout::aSeedCanBeReadWhole() {
    QFETCH(const int, textPercent);
    SizedStudio studio(textPercent);
    studio.demo.window().resize(1280, 800);
    GenerationSettings settings;
    settings.seed = kMostSeed;
    studio.demo.window().generation->setSettings(settings);
    const auto* text = studio.demo.find<QWidget>("seed")->findChild<QLineEdit*>();
    const int needed = text->fontMetrics().horizontalAdvance(QString::number(kMostSeed));
    QTRY_VERIFY2(text->width() > needed, qPrintable(QString("%1 of %2").arg(text->width()).arg(needed)));
    setTextSize(studio.demo.studio().settings, 100); // for the tests after this one
}

void TestStudioLayout::isKeptWhileTheWindowIsOpen() {
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    demo.window().resize(1210, 745);
    QTRY_COMPARE(keptState(folder, "window"), demo.window().saveGeometry());
    for (const auto& [name, by] : {std::pair("columns", QPoint(40, 0)), std::pair("left", QPoint(0, -30))}) {
        const auto* splitter = demo.find<QSplitter>(name);
        const QList<int> before = splitter->sizes();
        dragHandle(*splitter, by);
        QVERIFY(splitter->sizes() != before);
        QTRY_COMPARE(keptState(folder, name), splitter->saveState());
    }
}

void TestStudioLayout::isKeptWithoutWhatIsHidden() {
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    demo.window().resize(1210, 745);
    QTRY_COMPARE(keptState(folder, "window"), demo.window().saveGeometry());
    const QByteArray before = keptState(folder, "left");
    demo.window().voices->startRecording();
    QTRY_VERIFY(!demo.find<QWidget>("generationPanel")->isVisible());
    demo.window().resize(1300, 800);
    QTRY_COMPARE(keptState(folder, "window"), demo.window().saveGeometry());
    QCOMPARE(keptState(folder, "left"), before);
}

QTEST_MAIN(TestStudioLayout)
#include "test_studio_layout.moc"
