// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/studio_fixture.h"
#include "editor/script_panel.h"
#include "gui/language.h"
#include "preferences/preferences_dialog.h"

#include <QAbstractButton>
#include <QApplication>
#include <QHash>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace parley::ui;
using parley::test::DemoStudio;

namespace {

/// Something that a key reaches, and the widget that it stands in.
struct Reached {
    QString text;
    QKeySequence key;
    QWidget* widget;
};

QList<Reached> reachedIn(const QMenu& menu) {
    QList<Reached> list;
    for (const QAction* action : menu.actions()) {
        list += {action->text(), QKeySequence::mnemonic(action->text()), nullptr};
    }
    return list;
}

/// The buttons and labels of a window, on all its pages.
QList<Reached> reachedIn(const QWidget& window) {
    QList<Reached> list;
    for (auto* label : window.findChildren<QLabel*>()) {
        if (label->buddy() != nullptr) {
            list += {label->text(), QKeySequence::mnemonic(label->text()), label};
        }
    }
    for (auto* button : window.findChildren<QAbstractButton*>()) {
        list += {button->text(), QKeySequence::mnemonic(button->text()), button};
    }
    list.removeIf([&](const Reached& one) { return one.widget->window() != &window; });
    return list;
}

/// On two pages of one stack, of which only one is ever seen.
bool areNeverSeenTogether(const QWidget* a, const QWidget* b) {
    for (const QWidget* page = a; page != nullptr; page = page->parentWidget()) {
        const auto* stack = qobject_cast<QStackedWidget*>(page->parentWidget());
        if (stack != nullptr && stack->isAncestorOf(b) && !page->isAncestorOf(b) && page != b) {
            return true;
        }
    }
    return false;
}

QString clashesIn(const QList<Reached>& list) {
    QStringList clashes;
    for (qsizetype i = 0; i < list.size(); ++i) {
        for (qsizetype k = i + 1; k < list.size(); ++k) {
            if (!list[i].key.isEmpty() && list[i].key == list[k].key &&
                !areNeverSeenTogether(list[i].widget, list[k].widget)) {
                clashes += list[i].text + QStringLiteral(" / ") + list[k].text;
            }
        }
    }
    return clashes.join(QLatin1Char('\n'));
}

/// Where the key leads from the script, until it is there again; far more steps than the window has parts end it, too.
QStringList walk(DemoStudio& demo, Qt::Key key) {
    constexpr int kMostSteps = 300;
    demo.window().script->focusScript();
    const QWidget* const start = QApplication::focusWidget();
    QStringList names;
    do {
        QTest::keyClick(QApplication::focusWidget(), key);
        names += QApplication::focusWidget()->objectName();
    } while (QApplication::focusWidget() != start && names.size() < kMostSteps);
    return names;
}

} // namespace

class TestKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void menusReachEachEntryByOneKey_data() { addLanguages(); }
    void menusReachEachEntryByOneKey();
    void pagesOfTheWindowShareNoKeyWithEachOtherOrTheMenus_data() { addLanguages(); }
    void pagesOfTheWindowShareNoKeyWithEachOtherOrTheMenus();
    void preferencesReachEachFieldByOneKey_data() { addLanguages(); }
    void preferencesReachEachFieldByOneKey();
    void shortcutsAreOnlyGivenOnce_data() { addLanguages(); }
    void shortcutsAreOnlyGivenOnce();
    void tabReachesEveryPartOfTheWindow_data();
    void tabReachesEveryPartOfTheWindow();

private:
    static void addLanguages() {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << "en";
        QTest::newRow("German") << "de";
    }
};

void TestKeys::init() {
    QFETCH(const QString, language);
    parley::gui::installLanguage(*qApp, language);
}

void TestKeys::cleanup() {
    for (auto* translator : qApp->findChildren<QTranslator*>()) {
        delete translator; // which takes it from the application, too
    }
}

void TestKeys::menusReachEachEntryByOneKey() {
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    QList<Reached> titles;
    for (const QAction* action : demo.window().menuBar()->actions()) {
        titles += {action->text(), QKeySequence::mnemonic(action->text()), nullptr};
        QVERIFY2(!titles.last().key.isEmpty(), qPrintable(action->text()));
    }
    QVERIFY(titles.size() > 4);
    QCOMPARE(clashesIn(titles), QString());
    const QList<QMenu*> menus = demo.window().menuBar()->findChildren<QMenu*>();
    QVERIFY(menus.size() >= titles.size());
    for (const QMenu* menu : menus) {
        QCOMPARE(clashesIn(reachedIn(*menu)), QString());
    }
}

void TestKeys::pagesOfTheWindowShareNoKeyWithEachOtherOrTheMenus() {
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    QList<Reached> list = reachedIn(demo.window());
    QVERIFY(list.size() > 20);
    for (const QAction* action : demo.window().menuBar()->actions()) {
        list += {action->text(), QKeySequence::mnemonic(action->text()), demo.window().menuBar()};
    }
    QCOMPARE(clashesIn(list), QString());
}

void TestKeys::preferencesReachEachFieldByOneKey() {
    const PreferencesDialog dialog({}, {});
    QCOMPARE(clashesIn(reachedIn(dialog)), QString());
    for (const QLabel* label : dialog.findChildren<QLabel*>()) {
        const bool field = label->buddy() != nullptr && label->buddy()->focusPolicy() != Qt::NoFocus;
        QVERIFY2(!field || !QKeySequence::mnemonic(label->text()).isEmpty(), qPrintable(label->text()));
    }
}

void TestKeys::shortcutsAreOnlyGivenOnce() {
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    QHash<QKeySequence, QString> given;
    for (const QAction* action : demo.window().findChildren<QAction*>()) {
        if (action->shortcutContext() != Qt::WindowShortcut) {
            continue;
        }
        for (const QKeySequence& key : action->shortcuts()) {
            QVERIFY2(!given.contains(key), qPrintable(action->text() + " / " + given.value(key)));
            given.insert(key, action->text());
        }
    }
    QVERIFY(given.size() > 5);
}

void TestKeys::tabReachesEveryPartOfTheWindow_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("script");
    QTest::newRow("no remark") << "en" << ScriptPanel::exampleScript();
    QTest::newRow("a remark to put right") << "en" << QString(ScriptPanel::exampleScript()).replace("[S2]", "[s2]");
    QTest::newRow("many remarks") << "en" << "[S2] Hello (laugh).\n[S2] Who (sneeze) is there?\n[s1] I am (sigh) here.";
}

void TestKeys::tabReachesEveryPartOfTheWindow() {
    QFETCH(const QString, script);
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    demo.studio().takes.begin({});
    demo.window().script->setScript(script);
    const bool hasRemarks = demo.find<QWidget>("checkList")->isVisible();
    QCOMPARE(hasRemarks, QTest::currentDataTag() != QByteArray("no remark"));
    QStringList parts{"scriptEditor", "voiceList", "temperature", "makeButton", "takesList", "modelStatus"};
    if (hasRemarks) {
        parts += {"checkMessage", "checkFix"};
    }
    QTRY_VERIFY_WITH_TIMEOUT(demo.find<QPushButton>("makeButton")->isEnabled(), parley::test::kStudioPatienceMs);
    for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Backtab}) {
        const QStringList reached = walk(demo, key);
        QCOMPARE(reached.last(), QString("scriptEditor"));
        for (const QString& part : parts) {
            QVERIFY2(reached.contains(part), qPrintable(part + " is not among " + reached.join(' ')));
        }
    }
}

QTEST_MAIN(TestKeys)
#include "test_keys.moc"
