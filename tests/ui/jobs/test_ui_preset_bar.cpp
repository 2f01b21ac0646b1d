// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/generation_panel.h"
#include "store/preset_store.h"
#include "widgets/notice_bar.h"

#include <QAction>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace parley::ui;

class TestUiPresetBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void hasACalmPreset();
    void leavesSeedAndTakesAlone();
    void savesRenamesAndDeletes();
    void savesChangesIntoAPreset();
    void refusesTakenNames();
    void escLeavesTheName();
    void tellsOfADamagedFile();

private:
    template <typename T>
    [[nodiscard]] T* child(const char* name) const {
        return m_panel->findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] QStringList menuTexts() const;
    void trigger(const QString& text) const;
    void name(const QString& text) const;
    [[nodiscard]] QString shown() const { return child<QToolButton>("presets")->text(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PresetStore> m_store;
    std::unique_ptr<GenerationPanel> m_panel;
};

void TestUiPresetBar::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<PresetStore>(m_folder->filePath(QStringLiteral("presets.json")));
    m_panel = std::make_unique<GenerationPanel>(*m_store);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void TestUiPresetBar::cleanup() {
    m_panel.reset();
    m_store.reset();
}

QStringList TestUiPresetBar::menuTexts() const {
    auto* const menu = child<QMenu>("presetMenu");
    Q_EMIT menu->aboutToShow();
    QStringList texts;
    for (const QAction* action : menu->actions()) {
        if (!action->isSeparator()) {
            texts.append(action->text());
        }
    }
    return texts;
}

void TestUiPresetBar::trigger(const QString& text) const {
    const qsizetype index = menuTexts().indexOf(text);
    QVERIFY2(index >= 0, qPrintable(text));
    for (QAction* action : child<QMenu>("presetMenu")->actions()) {
        if (action->text() == text) {
            action->trigger();
            return;
        }
    }
}

void TestUiPresetBar::name(const QString& text) const {
    auto* const field = child<QLineEdit>("presetName");
    QVERIFY(field->isVisible());
    field->selectAll();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
}

void TestUiPresetBar::hasACalmPreset() {
    QCOMPARE(shown(), QStringLiteral("As on the page"));
    trigger(QStringLiteral("Calm"));
    GenerationSettings calm;
    calm.temperature = 1.3;
    QCOMPARE(m_panel->settings(), calm);
    QCOMPARE(shown(), QStringLiteral("Calm"));
    QTest::keyClick(child<QWidget>("topK"), Qt::Key_Up);
    QCOMPARE(shown(), QStringLiteral("Calm, changed"));
    trigger(QStringLiteral("As on the page"));
    QCOMPARE(m_panel->settings(), GenerationSettings());
}

void TestUiPresetBar::leavesSeedAndTakesAlone() {
    GenerationSettings settings;
    settings.seed = 12;
    settings.takes = 3;
    m_panel->setSettings(settings);
    QCOMPARE(shown(), QStringLiteral("As on the page"));
    trigger(QStringLiteral("Calm"));
    QCOMPARE(m_panel->settings().seed, 12);
    QCOMPARE(m_panel->settings().takes, 3);
}

void TestUiPresetBar::savesRenamesAndDeletes() {
    GenerationSettings warm;
    warm.topK = 30;
    m_panel->setSettings(warm);
    trigger(QStringLiteral("Save as…"));
    name(QStringLiteral("R & B"));
    QCOMPARE(shown(), QStringLiteral("R & B"));
    QVERIFY(!child<QLineEdit>("presetName")->isVisible());
    QVERIFY(menuTexts().contains(QStringLiteral("R && B"))); // no mnemonic
    trigger(QStringLiteral("Rename “R & B”…"));
    name(QStringLiteral("Radio"));
    QCOMPARE(m_store->presets(), QList<Preset>({{QStringLiteral("Radio"), warm}}));
    trigger(QStringLiteral("Delete “Radio”"));
    QVERIFY(m_store->presets().isEmpty());
    QCOMPARE(m_panel->settings(), warm);
    auto* const undo = child<NoticeBar>("presetNotice")->findChild<QPushButton*>();
    QVERIFY(undo != nullptr);
    QTest::mouseClick(undo, Qt::LeftButton);
    QCOMPARE(m_store->presets().size(), 1);
    QCOMPARE(shown(), QStringLiteral("Radio"));
}

void TestUiPresetBar::savesChangesIntoAPreset() {
    GenerationSettings settings;
    settings.topK = 30;
    QVERIFY(m_store->save(QStringLiteral("Radio"), settings));
    trigger(QStringLiteral("Radio"));
    settings.topK = 31;
    m_panel->setSettings(settings);
    trigger(QStringLiteral("Save the changes in “Radio”"));
    QCOMPARE(m_store->presets(), QList<Preset>({{QStringLiteral("Radio"), settings}}));
    QVERIFY(!menuTexts().contains(QStringLiteral("Save the changes in “Radio”")));
}

void TestUiPresetBar::refusesTakenNames() {
    trigger(QStringLiteral("Save as…"));
    name(QStringLiteral("calm"));
    QVERIFY(m_store->presets().isEmpty());
    QVERIFY(child<NoticeBar>("presetNotice")->isVisible());
    QVERIFY(child<QLineEdit>("presetName")->isVisible()); // to try another
    name(QStringLiteral(" "));
    QVERIFY(m_store->presets().isEmpty());
    name(QStringLiteral("Calmer"));
    QCOMPARE(m_store->presets().size(), 1);
    QVERIFY(!child<NoticeBar>("presetNotice")->isVisible());
}

void TestUiPresetBar::escLeavesTheName() {
    trigger(QStringLiteral("Save as…"));
    auto* const field = child<QLineEdit>("presetName");
    QTest::keyClicks(field, QStringLiteral("Radio"));
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
    QVERIFY(m_store->presets().isEmpty());
}

void TestUiPresetBar::tellsOfADamagedFile() {
    const QString path = m_folder->filePath(QStringLiteral("damaged.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{");
    file.close();
    PresetStore store(path);
    GenerationPanel panel(store);
    panel.show();
    QVERIFY(panel.findChild<NoticeBar*>(QStringLiteral("presetNotice"))->isVisible());
}

QTEST_MAIN(TestUiPresetBar)
#include "test_ui_preset_bar.moc"
