// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/studio_fixture.h"
#include "editor/script_panel.h"
#include "gui/help_window.h"
#include "gui/key_list.h"
#include "preferences/preferences_dialog.h"
#include "voices/voice_panel.h"

#include <QAccessible>
#include <QApplication>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

using namespace parley::ui;
using parley::test::DemoStudio;

namespace {

QString described(const QWidget& widget) {
    QStringList path;
    for (const QWidget* part = &widget; part != nullptr; part = part->parentWidget()) {
        path.prepend(QString(part->metaObject()->className()) + " " + part->objectName());
    }
    return path.join(" / ");
}

/// Those of a window, on all its pages, that the keyboard reaches and a screen reader has no word for.
QStringList namelessIn(const QWidget& window, int& seen) {
    QStringList nameless;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        const bool isInside = widget->focusProxy() != nullptr || widget->objectName().startsWith("qt_") ||
                              widget->window() != &window; // the lists of choices have their fields' names
        if (!(widget->focusPolicy() & Qt::TabFocus) || isInside) {
            continue;
        }
        ++seen;
        const QAccessibleInterface* const accessible = QAccessible::queryAccessibleInterface(widget);
        if (accessible == nullptr || accessible->text(QAccessible::Name).trimmed().isEmpty()) {
            nameless += described(*widget);
        }
    }
    return nameless;
}

} // namespace

class TestAccessibility : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStopOfTheKeyboardHasAName();
    void theDialogsHaveNames();
    void everyStopOfTheTabKeyHasAName();
};

void TestAccessibility::everyStopOfTheKeyboardHasAName() {
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    demo.window().script->setScript("[S2] Hello (laugh).\n[s1] Who (sneeze) is there?");
    demo.window().voices->addSound({std::vector<float>(8 * std::size_t{parley::kSampleRate}, 0.2F)}, "Grandmother",
                                   "[S1] Sit down by the fire.");
    QTRY_VERIFY(demo.find<QWidget>("voiceEditor")->isVisible());
    int seen = 0;
    QCOMPARE(namelessIn(demo.window(), seen).join('\n'), QString());
    QVERIFY2(seen > 60, qPrintable(QString::number(seen)));
}

void TestAccessibility::theDialogsHaveNames() {
    int seen = 0;
    const PreferencesDialog dialog({}, {});
    QCOMPARE(namelessIn(dialog, seen).join('\n'), QString());
    QVERIFY2(seen > 15, qPrintable(QString::number(seen)));
    const parley::gui::HelpWindow help("en", {}, nullptr);
    seen = 0;
    QCOMPARE(namelessIn(help, seen).join('\n'), QString());
    QCOMPARE(seen, 1);
}

/// What the focus really stops at, whatever its policy says.
void TestAccessibility::everyStopOfTheTabKeyHasAName() {
    constexpr int kMostSteps = 300;
    const QTemporaryDir folder;
    DemoStudio demo(folder.path());
    for (const bool voice : {false, true}) {
        if (voice) {
            demo.window().voices->addSound({std::vector<float>(8 * std::size_t{parley::kSampleRate}, 0.2F)}, "G", "");
            QTRY_VERIFY(demo.find<QWidget>("voiceEditor")->isVisible());
        }
        demo.window().script->focusScript();
        const QWidget* const start = QApplication::focusWidget();
        int steps = 0;
        do {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QWidget* const at = QApplication::focusWidget();
            const QAccessibleInterface* const accessible = QAccessible::queryAccessibleInterface(at);
            QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), qPrintable(described(*at)));
        } while (QApplication::focusWidget() != start && ++steps < kMostSteps);
        QVERIFY2(steps > 15 && steps < kMostSteps, qPrintable(QString::number(steps)));
    }
}

QTEST_MAIN(TestAccessibility)
#include "test_accessibility.moc"
