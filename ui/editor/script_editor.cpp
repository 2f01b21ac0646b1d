// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/script_editor.h"

#include "editor/non_verbal_completer.h"
#include "editor/script_highlighter.h"
#include "editor/script_text.h"
#include "editor/speaker_margin.h"
#include "editor/text_replacement.h"
#include "editor/turn_editing.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QTextDocument>
#include <utility>

namespace parley::ui {

namespace {

constexpr qreal kTextMargin = 12;

/// What is read aloud is read from further away than a menu.
constexpr qreal kTextScale = 1.15;

bool isEnter(const QKeyEvent& event) {
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

/// A sound needs a space where it would touch a word.
bool touchesWord(QChar neighbour) {
    return !neighbour.isNull() && !neighbour.isSpace();
}

} // namespace

ScriptEditor::ScriptEditor(QWidget* parent)
    : QPlainTextEdit(parent), m_highlighter(new ScriptHighlighter(document(), palette())),
      m_completer(new NonVerbalCompleter(this)), m_margin(new SpeakerMargin(this)) {
    setObjectName(QStringLiteral("scriptEditor"));
    setAccessibleName(tr("Script"));
    setAccessibleDescription(
        tr("The dialogue to be spoken. Enter begins the next turn, an opening parenthesis lists the "
           "sounds that the model knows."));
    setPlaceholderText(tr("Write a dialogue. Enter begins the next turn; ( lists the sounds."));
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(kTextMargin);
    document()->clearUndoRedoStacks(); // the margin counts as an edit
    connect(this, &QPlainTextEdit::updateRequest, m_margin, [this] { m_margin->update(); });
    enlargeText();
    placeMargin();
}

void ScriptEditor::enlargeText() {
    QFont larger = QApplication::font(this);
    if (larger.pointSizeF() > 0) {
        larger.setPointSizeF(larger.pointSizeF() * kTextScale);
        setFont(larger);
    }
}

void ScriptEditor::replaceScript(const QString& script) {
    const QString text = cleanedText(script);
    m_completer->close();
    if (document()->isEmpty() && !document()->isUndoAvailable() && !document()->isRedoAvailable()) {
        setPlainText(text);
        moveCursor(QTextCursor::End);
        return;
    }
    replaceWholeText(*this, text);
}

void ScriptEditor::insertSpeaker(int speaker) {
    m_completer->close();
    QTextCursor cursor = textCursor();
    setSpeaker(cursor, speaker);
    setTextCursor(cursor);
    ensureCursorVisible();
}

void ScriptEditor::insertNonVerbal(const QString& name) {
    QTextCursor cursor = textCursor();
    const QChar before =
        cursor.selectionStart() > 0 ? document()->characterAt(cursor.selectionStart() - 1) : QChar(u' ');
    const QChar after = document()->characterAt(cursor.selectionEnd());
    cursor.insertText((touchesWord(before) ? QStringLiteral(" (") : QStringLiteral("(")) + name +
                      (touchesWord(after) && after.isLetterOrNumber() ? QStringLiteral(") ") : QStringLiteral(")")));
    setTextCursor(cursor);
    ensureCursorVisible();
}

QList<VisibleBlock> ScriptEditor::visibleBlocks() const {
    QList<VisibleBlock> blocks;
    const QPointF offset = contentOffset();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(offset);
        if (place.top() > viewport()->height()) {
            break;
        }
        blocks.append({block, place});
    }
    return blocks;
}

bool ScriptEditor::handleTurnKey(const QKeyEvent& event) {
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    QTextCursor cursor = textCursor();
    if (isEnter(event) && modifiers == Qt::NoModifier) {
        beginNextTurn(cursor);
    } else if (isEnter(event) && modifiers == Qt::ShiftModifier) {
        cursor.insertText(QStringLiteral("\n")); // a line separator, Qt's own choice, would be no block of its own
    } else if (event.key() != Qt::Key_Backspace || modifiers != Qt::NoModifier || !removeTagBefore(cursor)) {
        return false;
    }
    setTextCursor(cursor);
    ensureCursorVisible();
    return true;
}

void ScriptEditor::keyPressEvent(QKeyEvent* event) {
    if (m_completer->takeKey(*event)) {
        return;
    }
    if (isEnter(*event) && (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) != Qt::NoModifier) {
        event->ignore(); // Ctrl+Enter belongs to the window
        return;
    }
    const bool handled = handleTurnKey(*event);
    if (!handled) {
        QPlainTextEdit::keyPressEvent(event);
    }
    m_completer->follow(event->text());
}

void ScriptEditor::paintEvent(QPaintEvent* event) {
    {
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        for (const VisibleBlock& visible : visibleBlocks()) {
            paintTagChips(painter, visible, palette());
        }
    }
    QPlainTextEdit::paintEvent(event);
}

void ScriptEditor::placeMargin() {
    const int width = m_margin->wantedWidth();
    setViewportMargins(width, 0, 0, 0);
    const QRect inside = contentsRect();
    m_margin->setGeometry(inside.left(), inside.top(), width, inside.height());
}

void ScriptEditor::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    placeMargin();
}

void ScriptEditor::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_highlighter->setPalette(palette());
    } else if (event->type() == QEvent::ApplicationFontChange) {
        enlargeText();
    } else if (event->type() == QEvent::FontChange) {
        placeMargin();
    }
}

void ScriptEditor::focusOutEvent(QFocusEvent* event) {
    if (event->reason() != Qt::PopupFocusReason) {
        m_completer->close();
    }
    QPlainTextEdit::focusOutEvent(event);
}

} // namespace parley::ui
