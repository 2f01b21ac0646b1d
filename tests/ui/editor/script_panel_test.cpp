// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/panel_probe.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUrl>
#include <memory>

using namespace parley::ui;

class ScriptPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_probe = std::make_unique<PanelProbe>();
        QVERIFY(m_probe->start());
    }
    void cleanup() { m_probe.reset(); }

    void tellsWhatChanges() {
        const QSignalSpy changed(m_probe->panel(), &ScriptPanel::scriptChanged);
        const QSignalSpy canSpeak(m_probe->panel(), &ScriptPanel::canSpeakChanged);
        const QSignalSpy budget(m_probe->panel(), &ScriptPanel::budgetChanged);
        QVERIFY(!m_probe->panel()->canSpeak());
        QVERIFY(!m_probe->panel()->problem().isEmpty());
        QTest::keyClicks(m_probe->editor(), QStringLiteral("Hi"));
        QCOMPARE(changed.size(), 2);
        QCOMPARE(canSpeak.size(), 1);
        QCOMPARE(budget.size(), 2);
        QVERIFY(m_probe->panel()->canSpeak());
        QCOMPARE(m_probe->panel()->problem(), QString());
        QCOMPARE(m_probe->label("scriptSummary").isEmpty(), false);
        m_probe->panel()->setScript(QString());
        QCOMPARE(canSpeak.size(), 2);
    }

    void startsWithAnExampleThatUndoDoesNotTakeAway() {
        m_probe->panel()->setScript(ScriptPanel::exampleScript());
        QVERIFY(m_probe->panel()->canSpeak());
        QVERIFY(!m_probe->panel()->actions().undo->isEnabled());
        QVERIFY(!m_probe->shown("checkList"));
    }

    void insertsSpeakersByKeysAndButtons() {
        QTest::keyClick(m_probe->editor(), Qt::Key_1, Qt::ControlModifier);
        QTest::keyClicks(m_probe->editor(), QStringLiteral("Hello."));
        QTest::keyClick(m_probe->editor(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(m_probe->panel()->script(), QStringLiteral("[S1] Hello.\n[S2] "));
        m_probe->click("insertS1Button");
        QCOMPARE(m_probe->panel()->script(), QStringLiteral("[S1] Hello.\n[S1] "));
        QTest::keyClick(m_probe->editor(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_probe->panel()->script(), QStringLiteral("[S1] Hello.\n[S2] "));
    }

    void insertsSoundsFromThePalette() {
        QCOMPARE(m_probe->panel()->actions().nonVerbals->menu()->actions().size(), 21);
        QTest::keyClick(m_probe->editor(), Qt::Key_3, Qt::ControlModifier);
        auto* menu = m_probe->panel()->actions().nonVerbals->menu();
        QTRY_VERIFY(menu->isVisible());
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(m_probe->panel()->script(), QStringLiteral("(applause)"));
    }

    void tellsWhichNamesBecameSpeakers() {
        QApplication::clipboard()->setText(QStringLiteral("Anna: Hello.\nBen: Hi.\nCleo: Ho."));
        QTest::keyClick(m_probe->editor(), Qt::Key_V, Qt::ControlModifier);
        for (const char* name : {"Anna", "Ben", "Cleo"}) {
            QVERIFY(m_probe->notice().contains(QLatin1String(name)));
        }
        m_probe->way(QStringLiteral("Keep as pasted"));
        QCOMPARE(m_probe->panel()->script(), QStringLiteral("Anna: Hello.\nBen: Hi.\nCleo: Ho."));
    }

    void opensAndSavesFiles() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.txt"));
        m_probe->panel()->setScript(kGoodScript);
        m_probe->panel()->saveScriptFile(path);
        QTRY_VERIFY(m_probe->notice().contains(QStringLiteral("saved")));
        m_probe->panel()->setScript(QStringLiteral("[S1] Other."));
        m_probe->panel()->openScriptFile(path);
        QTRY_COMPARE(m_probe->panel()->script(), kGoodScript);
        m_probe->way(QStringLiteral("Bring back the script before"));
        QCOMPARE(m_probe->panel()->script(), QStringLiteral("[S1] Other."));
    }

    void losesNothingToAHostileFile() {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("a.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(QByteArray(5000, '\0')) > 0);
        file.close();
        m_probe->panel()->setScript(kGoodScript);
        m_probe->panel()->openScriptFile(file.fileName());
        QTRY_VERIFY(!m_probe->notice().isEmpty());
        QCOMPARE(m_probe->panel()->script(), kGoodScript);
    }

    void passesDroppedFilesOn() {
        const QSignalSpy files(m_probe->panel(), &ScriptPanel::filesDropped);
        const QStringList paths{QStringLiteral("/tmp/voice.flac"), QStringLiteral("/tmp/folder"),
                                QStringLiteral("/tmp/a.txt")};
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& path : paths) {
            urls += QUrl::fromLocalFile(path);
        }
        data.setUrls(urls);
        m_probe->drop(data);
        QCOMPARE(files.size(), 1);
        QCOMPARE(files[0][0].toStringList(), paths);
    }

    void offersExamples() {
        const QSignalSpy chosen(m_probe->panel(), &ScriptPanel::exampleChosen);
        m_probe->panel()->setScript(kGoodScript);
        QAction* example = m_probe->panel()->actions().examples->menu()->actions().last();
        example->trigger();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), m_probe->panel()->script());
        QVERIFY(chosen[0][1].toString().startsWith(QStringLiteral("[S1]")));
        m_probe->panel()->actions().undo->trigger();
        QCOMPARE(m_probe->panel()->script(), kGoodScript);
    }

    void opensTheFindBarByKeys() {
        m_probe->panel()->setScript(kGoodScript);
        QTest::keyClick(m_probe->editor(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(m_probe->shown("findBar"));
        QVERIFY(!m_probe->shown("replaceText"));
        QTest::keyClick(m_probe->editor(), Qt::Key_H, Qt::ControlModifier);
        QVERIFY(m_probe->shown("replaceText"));
        QTest::keyClicks(m_probe->panel()->findChild<QWidget*>(QStringLiteral("findText")), QStringLiteral("to"));
        QTest::keyClick(m_probe->editor(), Qt::Key_F3);
        QCOMPARE(m_probe->editor()->textCursor().selectedText(), QStringLiteral("to"));
    }

    void keepsTheCursorInTheText() {
        m_probe->panel()->setScript(kGoodScript);
        m_probe->panel()->setCursorPosition(7);
        QCOMPARE(m_probe->panel()->cursorPosition(), 7);
        m_probe->panel()->setCursorPosition(1'000'000);
        QCOMPARE(m_probe->panel()->cursorPosition(), kGoodScript.size());
        m_probe->panel()->setCursorPosition(-5);
        QCOMPARE(m_probe->panel()->cursorPosition(), 0);
    }

    void namesEveryControl() {
        for (const QAbstractButton* button : m_probe->panel()->findChildren<QAbstractButton*>()) {
            if (!button->isVisibleTo(m_probe->panel())) {
                continue;
            }
            QVERIFY2(!button->objectName().isEmpty(), qPrintable(button->text()));
            QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                     qPrintable(button->objectName()));
            QVERIFY2(button->focusPolicy() != Qt::NoFocus, qPrintable(button->objectName()));
        }
        const ScriptActions& actions = m_probe->panel()->actions();
        for (const QAction* action : actions.fileMenu() + actions.editMenu() + actions.insertMenu()) {
            QVERIFY(!action->text().isEmpty() && !action->shortcut().isEmpty() && !action->icon().isNull());
        }
    }

private:
    std::unique_ptr<PanelProbe> m_probe;
};

QTEST_MAIN(ScriptPanelTest)
#include "script_panel_test.moc"
