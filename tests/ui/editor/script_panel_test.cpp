// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/script_editor.h"
#include "editor/script_panel.h"
#include "widgets/notice_bar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUrl>
#include <memory>

using namespace parley::ui;

namespace {

const QString kGood = QStringLiteral("[S1] This is a script that takes more than five seconds to read out loud.\n"
                                     "[S2] (laughs) It is indeed, and so nobody has to say a word about it.");

} // namespace

class ScriptPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_panel = std::make_unique<ScriptPanel>();
        m_panel->resize(700, 500);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        m_panel->focusScript();
        m_editor = m_panel->findChild<ScriptEditor*>();
        QTRY_VERIFY(m_editor->hasFocus());
    }
    void cleanup() { m_panel.reset(); }

    void tellsWhatChanges() {
        const QSignalSpy changed(m_panel.get(), &ScriptPanel::scriptChanged);
        const QSignalSpy canSpeak(m_panel.get(), &ScriptPanel::canSpeakChanged);
        const QSignalSpy budget(m_panel.get(), &ScriptPanel::budgetChanged);
        QVERIFY(!m_panel->canSpeak());
        QVERIFY(!m_panel->problem().isEmpty());
        QTest::keyClicks(m_editor, QStringLiteral("Hi"));
        QCOMPARE(changed.size(), 2);
        QCOMPARE(canSpeak.size(), 1);
        QCOMPARE(budget.size(), 2);
        QVERIFY(m_panel->canSpeak());
        QCOMPARE(m_panel->problem(), QString());
        QCOMPARE(summary().isEmpty(), false);
        m_panel->setScript(QString());
        QCOMPARE(canSpeak.size(), 2);
    }

    void startsWithAnExampleThatUndoDoesNotTakeAway() {
        m_panel->setScript(ScriptPanel::exampleScript());
        QVERIFY(m_panel->canSpeak());
        QVERIFY(!m_panel->actions().undo->isEnabled());
        QVERIFY(!shown("checkList"));
    }

    void insertsSpeakersByKeysAndButtons() {
        QTest::keyClick(m_editor, Qt::Key_1, Qt::ControlModifier);
        QTest::keyClicks(m_editor, QStringLiteral("Hello."));
        QTest::keyClick(m_editor, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(m_panel->script(), QStringLiteral("[S1] Hello.\n[S2] "));
        click("insertS1Button");
        QCOMPARE(m_panel->script(), QStringLiteral("[S1] Hello.\n[S1] "));
        QTest::keyClick(m_editor, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_panel->script(), QStringLiteral("[S1] Hello.\n[S2] "));
    }

    void insertsSoundsFromThePalette() {
        QCOMPARE(m_panel->actions().nonVerbals->menu()->actions().size(), 21);
        QTest::keyClick(m_editor, Qt::Key_3, Qt::ControlModifier);
        auto* menu = m_panel->actions().nonVerbals->menu();
        QTRY_VERIFY(menu->isVisible());
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(m_panel->script(), QStringLiteral("(applause)"));
    }

    void measuresWithTheVoice() {
        m_panel->setClosingTag(false);
        m_panel->setScript(QStringLiteral("[S1]") + QString(150, u'a'));
        m_panel->setBudget(861, 0, QString());
        QCOMPARE(m_panel->budget().bytes, 151);
        QCOMPARE(label("meterBytes"), QStringLiteral("151 of 1,024 bytes"));
        QCOMPARE(label("meterSeconds"), QStringLiteral("about 10.0 of 10.0 s"));
        QVERIFY(!m_panel->budget().fitsSeconds());
        m_panel->setBudget(3072, 10, QStringLiteral("[S1] Yes."));
        QCOMPARE(label("meterBytes"), QStringLiteral("158 of 1,024 bytes"));
        QCOMPARE(label("meterSeconds"), QStringLiteral("about 10.0 of 25.7 s"));
        m_panel->setBudget(3072, 10, QString(1000, u'v'));
        QVERIFY(!m_panel->canSpeak());
    }

    void fixesWithOneClick() {
        m_panel->setScript(kGood + QStringLiteral(" [s1] (Laugh) Bye."));
        QTRY_COMPARE(fixButtons().size(), 2);
        QTest::mouseClick(fixButtons().first(), Qt::LeftButton);
        QCOMPARE(m_panel->script(), kGood + QStringLiteral(" [S1] (Laugh) Bye."));
        QTRY_COMPARE(fixButtons().size(), 1);
        QTest::mouseClick(fixButtons().first(), Qt::LeftButton);
        QCOMPARE(m_panel->script(), kGood + QStringLiteral(" [S1] (laughs) Bye."));
        QVERIFY(!shown("checkList"));
        QVERIFY(m_editor->hasFocus());
    }

    void keepsTheFocusOnTheRemarks() {
        m_panel->setScript(kGood + QStringLiteral(" [s1] (Laugh) Bye."));
        QTRY_COMPARE(fixButtons().size(), 2);
        fixButtons().last()->setFocus();
        QTest::keyClick(fixButtons().last(), Qt::Key_Space);
        QTRY_COMPARE(fixButtons().size(), 1);
        QVERIFY(fixButtons().first()->hasFocus());
    }

    void fixesAllAsOneUndoStep() {
        const QString faulty = QStringLiteral("[s1") + kGood.mid(3) + QStringLiteral(" (Laugh)");
        m_panel->setScript(faulty);
        click("fixAll");
        QCOMPARE(m_panel->script(), QStringLiteral("[S1") + kGood.mid(3) + QStringLiteral(" (laughs)"));
        m_panel->actions().undo->trigger();
        QCOMPARE(m_panel->script(), faulty);
    }

    void goesToThePlaceOfARemark() {
        m_panel->setScript(kGood + QStringLiteral(" (squints)"));
        m_panel->setCursorPosition(0);
        QTest::mouseClick(m_panel->findChild<QToolButton*>(QStringLiteral("checkMessage")), Qt::LeftButton);
        QCOMPARE(m_editor->textCursor().selectedText(), QStringLiteral("(squints)"));
        QVERIFY(m_editor->hasFocus());
    }

    void shortensWithAWayBack() {
        m_panel->setBudget(860, 0, QString());
        const QString tooMuch = kGood + QStringLiteral("\n[S1] One more turn, which is too much.");
        m_panel->setScript(tooMuch);
        QTRY_COMPARE(fixButtons().size(), 1);
        QTest::mouseClick(fixButtons().first(), Qt::LeftButton);
        QCOMPARE(m_panel->script(), kGood);
        way(QStringLiteral("Copy the rest"));
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("[S1] One more turn, which is too much."));
    }

    void checksALongScriptAfterAPause() {
        m_panel->setScript(kGood.repeated(100));
        QVERIFY(!m_panel->canSpeak());
        QTRY_VERIFY(shown("checkList"));
        QVERIFY(m_panel->findChildren<QWidget*>(QStringLiteral("checkMessage")).size() <= 20);
    }

    void tellsWhichNamesBecameSpeakers() {
        QApplication::clipboard()->setText(QStringLiteral("Anna: Hello.\nBen: Hi.\nCleo: Ho."));
        QTest::keyClick(m_editor, Qt::Key_V, Qt::ControlModifier);
        for (const char* name : {"Anna", "Ben", "Cleo"}) {
            QVERIFY(notice().contains(QLatin1String(name)));
        }
        way(QStringLiteral("Keep as pasted"));
        QCOMPARE(m_panel->script(), QStringLiteral("Anna: Hello.\nBen: Hi.\nCleo: Ho."));
    }

    void opensAndSavesFiles() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.txt"));
        m_panel->setScript(kGood);
        m_panel->saveScriptFile(path);
        QTRY_VERIFY(notice().contains(QStringLiteral("saved")));
        m_panel->setScript(QStringLiteral("[S1] Other."));
        m_panel->openScriptFile(path);
        QTRY_COMPARE(m_panel->script(), kGood + QStringLiteral("\n"));
        way(QStringLiteral("Bring back the script before"));
        QCOMPARE(m_panel->script(), QStringLiteral("[S1] Other."));
    }

    void losesNothingToAHostileFile() {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("a.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(QByteArray(5000, '\0')) > 0);
        file.close();
        m_panel->setScript(kGood);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file.fileName())});
        drop(data);
        QTRY_VERIFY(!notice().isEmpty());
        QCOMPARE(m_panel->script(), kGood);
    }

    void passesDroppedSoundsOn() {
        const QSignalSpy sounds(m_panel.get(), &ScriptPanel::soundFileDropped);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/voice.flac"))});
        drop(data);
        QCOMPARE(sounds.size(), 1);
        QCOMPARE(sounds[0][0].toString(), QStringLiteral("/tmp/voice.flac"));
    }

    void offersExamples() {
        const QSignalSpy chosen(m_panel.get(), &ScriptPanel::exampleChosen);
        m_panel->setScript(kGood);
        QAction* example = m_panel->actions().examples->menu()->actions().last();
        example->trigger();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), m_panel->script());
        QVERIFY(chosen[0][1].toString().startsWith(QStringLiteral("[S1]")));
        m_panel->actions().undo->trigger();
        QCOMPARE(m_panel->script(), kGood);
    }

    void opensTheFindBarByKeys() {
        m_panel->setScript(kGood);
        QTest::keyClick(m_editor, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(shown("findBar"));
        QVERIFY(!shown("replaceText"));
        QTest::keyClick(m_editor, Qt::Key_H, Qt::ControlModifier);
        QVERIFY(shown("replaceText"));
        QTest::keyClicks(m_panel->findChild<QWidget*>(QStringLiteral("findText")), QStringLiteral("to"));
        QTest::keyClick(m_editor, Qt::Key_F3);
        QCOMPARE(m_editor->textCursor().selectedText(), QStringLiteral("to"));
    }

    void keepsTheCursorInTheText() {
        m_panel->setScript(kGood);
        m_panel->setCursorPosition(7);
        QCOMPARE(m_panel->cursorPosition(), 7);
        m_panel->setCursorPosition(1'000'000);
        QCOMPARE(m_panel->cursorPosition(), kGood.size());
        m_panel->setCursorPosition(-5);
        QCOMPARE(m_panel->cursorPosition(), 0);
    }

    void namesEveryControl() {
        for (const QAbstractButton* button : m_panel->findChildren<QAbstractButton*>()) {
            if (!button->isVisibleTo(m_panel.get())) {
                continue;
            }
            QVERIFY2(!button->objectName().isEmpty(), qPrintable(button->text()));
            QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                     qPrintable(button->objectName()));
            QVERIFY2(button->focusPolicy() != Qt::NoFocus, qPrintable(button->objectName()));
        }
        const ScriptActions& actions = m_panel->actions();
        for (const QAction* action : actions.fileMenu() + actions.editMenu() + actions.insertMenu()) {
            QVERIFY(!action->text().isEmpty() && !action->shortcut().isEmpty() && !action->icon().isNull());
        }
    }

private:
    [[nodiscard]] QString label(const char* name) const {
        return m_panel->findChild<QLabel*>(QString::fromLatin1(name))->text();
    }
    [[nodiscard]] QString summary() const { return label("scriptSummary"); }
    [[nodiscard]] QString notice() const { return m_panel->findChild<NoticeBar*>()->text(); }
    [[nodiscard]] bool shown(const char* name) const {
        return m_panel->findChild<QWidget*>(QString::fromLatin1(name))->isVisible();
    }
    void click(const char* name) {
        QTest::mouseClick(m_panel->findChild<QToolButton*>(QString::fromLatin1(name)), Qt::LeftButton);
    }
    /// The Fix buttons that can be seen, from top to bottom.
    [[nodiscard]] QList<QToolButton*> fixButtons() const {
        QList<QToolButton*> buttons = m_panel->findChildren<QToolButton*>(QStringLiteral("checkFix"));
        buttons.removeIf([](const QToolButton* button) { return button->visibleRegion().isEmpty(); });
        return buttons;
    }
    /// Presses a button of the notice.
    void way(const QString& text) {
        for (QAbstractButton* button : m_panel->findChild<NoticeBar*>()->findChildren<QAbstractButton*>()) {
            if (button->text() == text) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        QFAIL(qPrintable(text));
    }
    void drop(const QMimeData& data) {
        QDragEnterEvent enter({100, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_panel.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(100, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_panel.get(), &event);
    }

    std::unique_ptr<ScriptPanel> m_panel;
    ScriptEditor* m_editor = nullptr;
};

int main(int argc, char** argv) {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); // numbers are compared as text
    const QApplication application(argc, argv);
    ScriptPanelTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "script_panel_test.moc"
