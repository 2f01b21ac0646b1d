// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/non_verbals.h"
#include "editor/script_editor.h"
#include "editor/text_file.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>
#include <QWindow>
#include <memory>

using namespace parley::ui;

namespace {

const QString kTranscript = QStringLiteral("Anna: Hello.\nBen: Hi.");

QAbstractItemView* openList() {
    auto* popup = qobject_cast<QAbstractItemView*>(QApplication::activePopupWidget());
    return popup != nullptr && popup->objectName() == QLatin1String("nonVerbalList") ? popup : nullptr;
}

} // namespace

class ScriptEditorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_editor = std::make_unique<ScriptEditor>();
        m_editor->resize(500, 300);
        m_editor->show();
        QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
        m_editor->setFocus();
        QTRY_VERIFY(m_editor->hasFocus());
    }
    void cleanup() { m_editor.reset(); }

    void writesADialogueWithEnter() {
        key(Qt::Key_Return);
        type("Hello.");
        key(Qt::Key_Return);
        type("Hi.");
        key(Qt::Key_Enter, Qt::KeypadModifier);
        QCOMPARE(text(), QStringLiteral("[S1] Hello.\n[S2] Hi.\n[S1] "));
        key(Qt::Key_Return);
        QCOMPARE(text(), QStringLiteral("[S1] Hello.\n[S2] Hi.\n"));
        key(Qt::Key_Return);
        key(Qt::Key_Backspace);
        QCOMPARE(text(), QStringLiteral("[S1] Hello.\n[S2] Hi.\n"));
    }

    void leavesSpaceBehindAChip() {
        m_editor->setPlainText(QStringLiteral("[S1] a b"));
        const auto widthOf = [this](int place) {
            QTextCursor cursor = m_editor->textCursor();
            cursor.setPosition(place);
            const int left = m_editor->cursorRect(cursor).left();
            cursor.setPosition(place + 1);
            return m_editor->cursorRect(cursor).left() - left;
        };
        const int chip = 4;
        const int plain = 6;
        QVERIFY2(widthOf(chip) >= widthOf(plain) + 2, qPrintable(QString::number(widthOf(chip))));
    }

    void breaksLinesWithShiftEnter() {
        type("[S1] One");
        key(Qt::Key_Return, Qt::ShiftModifier);
        type("two");
        QCOMPARE(text(), QStringLiteral("[S1] One\ntwo"));
        QCOMPARE(m_editor->document()->blockCount(), 2);
    }

    void leavesCtrlEnterToTheWindow() {
        type("[S1] One");
        key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(text(), QStringLiteral("[S1] One"));
    }

    void listsSoundsAfterAParenthesis() {
        type("[S1] ");
        type("(");
        QVERIFY(openList());
        QCOMPARE(openList()->model()->rowCount(), nonVerbalNames().size());
        type("s");
        QCOMPARE(openList()->model()->rowCount(), 6); // screams, sighs, singing, sings, sneezes, sniffs
        type("i");
        QCOMPARE(openList()->model()->rowCount(), 3);
        key(Qt::Key_Down);
        key(Qt::Key_Return);
        QVERIFY(!openList());
        QCOMPARE(text(), QStringLiteral("[S1] (singing)"));
        m_editor->undo();
        QCOMPARE(text(), QStringLiteral("[S1] (si"));
    }

    void takesTheFirstSoundWithTab() {
        type("(Clears t");
        key(Qt::Key_Tab);
        QCOMPARE(text(), QStringLiteral("(clears throat)"));
    }

    void usesAParenthesisThatIsThere() {
        m_editor->setPlainText(QStringLiteral(")"));
        type("(la");
        key(Qt::Key_Tab);
        QCOMPARE(text(), QStringLiteral("(laughs)"));
    }

    void leavesTheListWithEscape() {
        type("(la");
        key(Qt::Key_Escape);
        QVERIFY(!openList());
        type("u");
        QVERIFY(!openList());
        QCOMPARE(text(), QStringLiteral("(lau"));
        key(Qt::Key_Return);
        QCOMPARE(text(), QStringLiteral("(lau\n[S1] "));
    }

    void closesTheListByItself() {
        type("(xy");
        QVERIFY(!openList());
        key(Qt::Key_Backspace);
        key(Qt::Key_Backspace);
        QVERIFY(openList());
        type(")");
        QVERIFY(!openList());
        type(" (");
        QVERIFY(openList());
        key(Qt::Key_Backspace);
        QVERIFY(!openList());
    }

    void spacesInsertedSounds() {
        m_editor->setPlainText(QStringLiteral("[S1] Hello"));
        m_editor->moveCursor(QTextCursor::End);
        m_editor->insertNonVerbal(QStringLiteral("laughs"));
        QCOMPARE(text(), QStringLiteral("[S1] Hello (laughs)"));
    }

    void readsNamesOfAPastedTranscript() {
        const QSignalSpy names(m_editor.get(), &ScriptEditor::namesRead);
        key(Qt::Key_Return);
        paste(kTranscript);
        QCOMPARE(text(), QStringLiteral("[S1] Hello.\n[S2] Hi."));
        QCOMPARE(names.size(), 1);
        m_editor->undo();
        QCOMPARE(text(), QStringLiteral("[S1] "));
    }

    void canKeepTheTranscriptAsPasted() {
        type("[S1] Before.");
        paste(kTranscript);
        QCOMPARE(text(), QStringLiteral("[S1] Before.\n[S1] Hello.\n[S2] Hi."));
        type(" After.");
        QVERIFY(m_editor->keepAsPasted());
        QCOMPARE(text(), QStringLiteral("[S1] Before.\n") + kTranscript + QStringLiteral(" After."));
        QVERIFY(!m_editor->keepAsPasted());
    }

    void doesNotOverwriteEditsToThePastedText() {
        paste(kTranscript);
        key(Qt::Key_Home, Qt::ControlModifier);
        key(Qt::Key_Right);
        type("x");
        const QString edited = text();
        QVERIFY(!m_editor->keepAsPasted());
        QCOMPARE(text(), edited);
    }

    void pastesPlainTextAsItIsButClean() {
        paste(QStringLiteral("a\r\nb") + QChar(1) + QStringLiteral("c"));
        QCOMPARE(text(), QStringLiteral("a\nbc"));
    }

    void refusesToPasteAHugeText() {
        const QSignalSpy refused(m_editor.get(), &ScriptEditor::pasteRefused);
        type("kept");
        paste(QString(kMostCharacters + 1, u'a'));
        QCOMPARE(refused.size(), 1);
        QCOMPARE(text(), QStringLiteral("kept"));
    }

    void passesFilesOn() {
        const QSignalSpy files(m_editor.get(), &ScriptEditor::filesDropped);
        auto* data = new QMimeData;
        data->setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/a.wav")), QUrl(QStringLiteral("https://a.example/b"))});
        data->setText(QStringLiteral("file:///tmp/a.wav"));
        QApplication::clipboard()->setMimeData(data);
        m_editor->paste();
        QCOMPARE(files.size(), 1);
        QCOMPARE(files[0][0].toStringList(), QStringList{QStringLiteral("/tmp/a.wav")});
        QCOMPARE(text(), QString());
    }

    void keepsUndoAcrossANewScript() {
        m_editor->replaceScript(QStringLiteral("[S1] First"));
        QVERIFY(!m_editor->document()->isUndoAvailable());
        m_editor->moveCursor(QTextCursor::End);
        type("!");
        m_editor->replaceScript(QStringLiteral("[S1] Second"));
        m_editor->undo();
        QCOMPARE(text(), QStringLiteral("[S1] First!"));
        m_editor->redo();
        QCOMPARE(text(), QStringLiteral("[S1] Second"));
    }

    void paintsALongScriptInBothThemes() {
        m_editor->replaceScript(QStringLiteral("[S1] Hi (laughs) (nods)\n[s2] Ho [S2]").repeated(500));
        const QImage light = m_editor->grab().toImage();
        QPalette dark = m_editor->palette();
        dark.setColor(QPalette::Base, Qt::black);
        dark.setColor(QPalette::Window, Qt::black);
        dark.setColor(QPalette::Text, Qt::white);
        dark.setColor(QPalette::WindowText, Qt::white);
        m_editor->setPalette(dark);
        QVERIFY(m_editor->grab().toImage() != light);
    }

private:
    void type(const char* letters) {
        for (const char* letter = letters; *letter != '\0'; ++letter) {
            QTest::keyClick(m_editor->windowHandle(), *letter);
        }
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(m_editor->windowHandle(), key, modifiers);
    }
    void paste(const QString& pasted) {
        QApplication::clipboard()->setText(pasted);
        key(Qt::Key_V, Qt::ControlModifier);
    }
    [[nodiscard]] QString text() const { return m_editor->toPlainText(); }

    std::unique_ptr<ScriptEditor> m_editor;
};

QTEST_MAIN(ScriptEditorTest)
#include "script_editor_test.moc"
