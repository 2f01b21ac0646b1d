// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/studio_fixture.h"
#include "gui/help_window.h"
#include "gui/key_list.h"
#include "gui/language.h"

#include <QAction>
#include <QApplication>
#include <QMenuBar>
#include <QPointer>
#include <QShortcut>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTranslator>
#include <algorithm>

using parley::gui::HelpWindow;
using parley::gui::KeyEntry;
using parley::gui::KeyGroup;
using parley::gui::listKeys;
using parley::test::DemoStudio;

namespace {

HelpWindow* openHelp(DemoStudio& demo) {
    demo.window().activateWindow(); // keys are the active window's
    (void)QTest::qWaitForWindowActive(&demo.window());
    QTest::keyClick(&demo.window(), Qt::Key_F1);
    return demo.window().findChild<HelpWindow*>();
}

QList<KeyEntry> entriesOf(const QList<KeyGroup>& groups) {
    QList<KeyEntry> entries;
    for (const KeyGroup& group : groups) {
        entries += group.entries;
    }
    return entries;
}

bool tells(const QList<KeyEntry>& entries, const QKeySequence& key) {
    return std::any_of(entries.begin(), entries.end(), [&key](const KeyEntry& entry) {
        return entry.keys.split(", ").contains(key.toString(QKeySequence::NativeText));
    });
}

} // namespace

class TestHelp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void tellsEachKeyOfTheMenus_data() { addLanguages(); }
    void tellsEachKeyOfTheMenus();
    void tellsEachKeyOfEachPart();
    void tellsKeysThatHaveNoAction();
    void writesSignsAsTheyAre();
    void opensOnceAndClosesByEscape();

private:
    static void addLanguages() {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << "en";
        QTest::newRow("German") << "de";
    }
};

void TestHelp::cleanup() {
    for (auto* translator : qApp->findChildren<QTranslator*>()) {
        delete translator;
    }
}

void TestHelp::tellsEachKeyOfTheMenus() {
    QFETCH(const QString, language);
    parley::gui::installLanguage(*qApp, language);
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    const QString page = openHelp(demo)->findChild<QTextBrowser*>()->toPlainText();
    int keys = 0;
    for (const QAction* title : demo.window().menuBar()->actions()) {
        for (const QAction* action : title->menu()->actions()) {
            const QString what = QString(action->text()).remove('&').remove(QChar(u'…')).trimmed();
            for (const QKeySequence& key : action->shortcuts()) {
                const QString name = key.toString(QKeySequence::NativeText);
                QVERIFY2(page.contains(name), qPrintable(name + " is missing"));
                QVERIFY2(page.contains(what), qPrintable(what + " is missing"));
                ++keys;
            }
        }
    }
    QVERIFY2(keys > 30, qPrintable(QString::number(keys)));
    QVERIFY(page.contains(language == "de" ? "Strg+Umschalt+E" : "Ctrl+Shift+E"));
}

void TestHelp::tellsEachKeyOfEachPart() {
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    const QList<KeyEntry> entries = entriesOf(listKeys(demo.window()));
    for (const QAction* action : demo.window().findChildren<QAction*>()) {
        for (const QKeySequence& key : action->shortcuts()) {
            QVERIFY2(tells(entries, key), qPrintable(action->objectName() + ": " + key.toString()));
        }
    }
    for (const QShortcut* shortcut : demo.window().findChildren<QShortcut*>()) {
        QVERIFY2(tells(entries, shortcut->key()), qPrintable(shortcut->key().toString()));
    }
    QVERIFY(tells(entries, Qt::ALT | Qt::Key_Up)); // the queue's, in no menu
}

void TestHelp::tellsKeysThatHaveNoAction() {
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    const QList<KeyEntry> entries = entriesOf(listKeys(demo.window()));
    const QList<QKeySequence> keys{Qt::Key_Return,    Qt::SHIFT | Qt::Key_Return,
                                   Qt::Key_ParenLeft, Qt::Key_Left,
                                   Qt::Key_Right,     Qt::SHIFT | Qt::Key_Left,
                                   Qt::Key_PageUp,    Qt::Key_Home,
                                   Qt::Key_Backspace, Qt::Key_Tab,
                                   Qt::Key_Space,     Qt::Key_Escape};
    for (const QKeySequence& key : keys) {
        QVERIFY2(tells(entries, key), qPrintable(key.toString()));
    }
}

void TestHelp::writesSignsAsTheyAre() {
    const KeyGroup group{"A|B *c* [d]", {{"Ctrl+|", "(e) <f> \\ #1 _g_"}}};
    const HelpWindow help("en", {group}, nullptr);
    const QString page = help.findChild<QTextBrowser*>()->toPlainText();
    for (const QString& text : {group.title, group.entries[0].keys, group.entries[0].what}) {
        QVERIFY2(page.contains(text), qPrintable(page.right(100)));
    }
}

void TestHelp::opensOnceAndClosesByEscape() {
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    const QPointer<HelpWindow> help = openHelp(demo);
    QVERIFY(help != nullptr && help->isVisible());
    QCOMPARE(openHelp(demo), help.data());
    QCOMPARE(demo.window().findChildren<HelpWindow*>().size(), 1);
    QTRY_VERIFY(help->isActiveWindow());
    QTest::keyClick(help->findChild<QTextBrowser*>(), Qt::Key_Escape);
    QTRY_VERIFY(help == nullptr);
    QVERIFY(openHelp(demo) != nullptr);
}

QTEST_MAIN(TestHelp)
#include "test_help.moc"
