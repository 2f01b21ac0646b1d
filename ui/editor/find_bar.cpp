// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/find_bar.h"

#include "editor/text_replacement.h"
#include "editor/text_search.h"
#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace parley::ui {

namespace {

/// More marks than this would only slow the editor down.
constexpr qsizetype kMostMarks = 500;

QToolButton* addButton(QHBoxLayout* row, const QString& name, const QString& text, const QString& iconName = {}) {
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(text);
    if (iconName.isEmpty()) {
        button->setText(text);
    } else {
        button->setIcon(icon(iconName));
        button->setToolTip(text);
    }
    row->addWidget(button);
    return button;
}

QLineEdit* addField(QHBoxLayout* row, const QString& name, const QString& text) {
    auto* field = new QLineEdit;
    field->setObjectName(name);
    field->setAccessibleName(text);
    field->setPlaceholderText(text);
    field->setClearButtonEnabled(true);
    row->addWidget(field, 1);
    return field;
}

} // namespace

FindBar::FindBar(QPlainTextEdit* edit, QWidget* parent) : QWidget(parent), m_edit(edit) {
    setObjectName(QStringLiteral("findBar"));
    setAccessibleName(tr("Find and replace"));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(8, 4, 8, 4);
    rows->setSpacing(4);
    rows->addLayout(buildFindRow());
    rows->addWidget(buildReplaceRow());
    connect(m_needle, &QLineEdit::textChanged, this, [this] {
        search();
        select(nextMatch(m_matches, m_edit->textCursor().selectionStart()));
    });
    connect(m_matchCase, &QCheckBox::toggled, this, &FindBar::search);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        if (isVisible()) {
            search();
        }
    });
    hide();
}

QLayout* FindBar::buildFindRow() {
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    m_needle = addField(row, QStringLiteral("findText"), tr("Find"));
    m_count = new QLabel;
    m_count->setObjectName(QStringLiteral("findCount"));
    row->addWidget(m_count);
    row->addSpacing(8);
    m_matchCase = new QCheckBox(tr("Match &case"));
    m_matchCase->setObjectName(QStringLiteral("findMatchCase"));
    row->addWidget(m_matchCase);
    connect(addButton(row, QStringLiteral("findPrevious"), tr("Previous match"), QStringLiteral("up")),
            &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(addButton(row, QStringLiteral("findNext"), tr("Next match"), QStringLiteral("down")), &QToolButton::clicked,
            this, &FindBar::findNext);
    connect(addButton(row, QStringLiteral("findClose"), tr("Close the find bar"), QStringLiteral("close")),
            &QToolButton::clicked, this, &FindBar::close);
    return row;
}

QWidget* FindBar::buildReplaceRow() {
    m_replaceRow = new QWidget;
    auto* row = new QHBoxLayout(m_replaceRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_replacement = addField(row, QStringLiteral("replaceText"), tr("Replace with"));
    connect(addButton(row, QStringLiteral("replaceOne"), tr("Replace")), &QToolButton::clicked, this,
            &FindBar::replace);
    connect(addButton(row, QStringLiteral("replaceAll"), tr("Replace all")), &QToolButton::clicked, this,
            &FindBar::replaceAll);
    return m_replaceRow;
}

void FindBar::open(bool withReplace) {
    const QString selected = m_edit->textCursor().selectedText();
    m_replaceRow->setVisible(withReplace);
    show();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator)) {
        m_needle->setText(selected);
    }
    m_needle->setFocus(Qt::ShortcutFocusReason);
    m_needle->selectAll();
    search();
}

void FindBar::close() {
    hide();
    m_edit->setExtraSelections({});
    m_edit->setFocus(Qt::OtherFocusReason);
}

Qt::CaseSensitivity FindBar::sensitivity() const {
    return m_matchCase->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive;
}

void FindBar::search() {
    m_matches = findAll(m_edit->toPlainText(), m_needle->text(), sensitivity());
    mark();
    showCount();
}

void FindBar::select(qsizetype index) {
    if (index < 0) {
        return;
    }
    QTextCursor cursor = m_edit->textCursor();
    cursor.setPosition(static_cast<int>(m_matches[index]));
    cursor.setPosition(static_cast<int>(m_matches[index] + m_needle->text().size()), QTextCursor::KeepAnchor);
    m_edit->setTextCursor(cursor);
    m_edit->ensureCursorVisible();
    showCount();
}

void FindBar::findNext() {
    if (m_needle->text().isEmpty()) {
        open(false);
        return;
    }
    search();
    const QTextCursor cursor = m_edit->textCursor();
    select(nextMatch(m_matches, matchIsSelected() ? cursor.selectionEnd() : cursor.selectionStart()));
}

void FindBar::findPrevious() {
    if (m_needle->text().isEmpty()) {
        open(false);
        return;
    }
    search();
    select(previousMatch(m_matches, m_edit->textCursor().selectionStart()));
}

bool FindBar::matchIsSelected() const {
    const QTextCursor cursor = m_edit->textCursor();
    return cursor.selectionEnd() - cursor.selectionStart() == m_needle->text().size() &&
           m_matches.contains(cursor.selectionStart());
}

void FindBar::replace() {
    search();
    if (matchIsSelected()) {
        m_edit->textCursor().insertText(m_replacement->text());
    }
    findNext();
}

void FindBar::replaceAll() {
    search();
    if (m_matches.isEmpty()) {
        return;
    }
    const auto count = static_cast<int>(m_matches.size());
    QString text = m_edit->toPlainText();
    replaceWholeText(*m_edit, text.replace(m_needle->text(), m_replacement->text(), sensitivity()));
    showCount(tr("%n replaced", nullptr, count));
}

void FindBar::mark() {
    QList<QTextEdit::ExtraSelection> marks;
    QTextEdit::ExtraSelection mark;
    mark.format.setBackground(toneGround(Tone::Warning, palette()));
    for (qsizetype i = 0; i < (isVisible() ? std::min(m_matches.size(), kMostMarks) : 0); ++i) {
        mark.cursor = QTextCursor(m_edit->document());
        mark.cursor.setPosition(static_cast<int>(m_matches[i]));
        mark.cursor.setPosition(static_cast<int>(m_matches[i] + m_needle->text().size()), QTextCursor::KeepAnchor);
        marks.append(mark);
    }
    m_edit->setExtraSelections(marks);
}

void FindBar::showCount(const QString& text) {
    const QLocale locale;
    if (!text.isEmpty() || m_needle->text().isEmpty()) {
        m_count->setText(text);
    } else if (m_matches.isEmpty()) {
        m_count->setText(tr("Not found"));
    } else if (matchIsSelected()) {
        const qsizetype index = m_matches.indexOf(m_edit->textCursor().selectionStart());
        m_count->setText(tr("%1 of %2").arg(locale.toString(index + 1), locale.toString(m_matches.size())));
    } else {
        m_count->setText(tr("%n match(es)", nullptr, static_cast<int>(m_matches.size())));
    }
}

void FindBar::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        close();
    } else if (enter && event->modifiers() == Qt::ShiftModifier) {
        findPrevious();
    } else if (enter && (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
        m_replacement->hasFocus() ? replace() : findNext();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace parley::ui
