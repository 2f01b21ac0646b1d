// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/non_verbal_completer.h"

#include "editor/non_verbals.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>

namespace parley::ui {

namespace {

constexpr int kVisibleRows = 9;

} // namespace

NonVerbalCompleter::NonVerbalCompleter(QPlainTextEdit* edit)
    : QObject(edit), m_edit(edit), m_completer(new QCompleter(nonVerbalNames(), this)) {
    m_completer->setWidget(edit);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setCompletionMode(QCompleter::PopupCompletion);
    m_completer->setMaxVisibleItems(kVisibleRows);
    m_completer->popup()->setObjectName(QStringLiteral("nonVerbalList"));
    m_completer->popup()->setAccessibleName(tr("Sounds the model knows"));
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &NonVerbalCompleter::insert);
}

bool NonVerbalCompleter::isOpen() const {
    return m_completer->popup()->isVisible();
}

bool NonVerbalCompleter::takeKey(const QKeyEvent& event) {
    if (!isOpen()) {
        return false;
    }
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab: {
        const QModelIndex chosen = m_completer->popup()->currentIndex();
        insert(chosen.isValid() ? chosen.data().toString() : m_completer->currentCompletion());
        return true;
    }
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

void NonVerbalCompleter::follow(const QString& text) {
    if (text == QLatin1String("(")) {
        m_start = m_edit->textCursor().position() - 1;
    }
    if (m_start >= 0) {
        update();
    }
}

void NonVerbalCompleter::close() {
    m_start = -1;
    m_completer->popup()->hide();
}

QString NonVerbalCompleter::typed() const {
    QTextCursor cursor = m_edit->textCursor();
    cursor.setPosition(m_start, QTextCursor::KeepAnchor);
    return cursor.selectedText();
}

void NonVerbalCompleter::update() {
    const QTextCursor cursor = m_edit->textCursor();
    const bool onLine = m_start >= cursor.block().position() && m_start < cursor.position();
    const QString text = onLine ? typed() : QString();
    if (!text.startsWith(u'(') || text.contains(u')')) {
        close();
        return;
    }
    m_completer->setCompletionPrefix(text.mid(1));
    if (m_completer->completionCount() == 0) {
        m_completer->popup()->hide(); // Backspace may bring it back
        return;
    }
    QAbstractItemView* popup = m_completer->popup();
    QRect place = m_edit->cursorRect();
    place.translate(m_edit->viewport()->pos());
    place.setWidth(popup->sizeHintForColumn(0) + popup->verticalScrollBar()->sizeHint().width() +
                   2 * popup->frameWidth());
    m_completer->complete(place);
    popup->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void NonVerbalCompleter::insert(const QString& name) {
    if (m_start < 0) {
        return;
    }
    QTextCursor cursor = m_edit->textCursor();
    const QChar next = m_edit->document()->characterAt(cursor.position());
    cursor.setPosition(m_start);
    cursor.setPosition(m_edit->textCursor().position() + (next == u')' ? 1 : 0), QTextCursor::KeepAnchor);
    close();
    cursor.insertText(QStringLiteral("(%1)").arg(name));
    m_edit->setTextCursor(cursor);
}

} // namespace parley::ui
