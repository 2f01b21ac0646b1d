// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
// How text and files come into the editor from outside.

#include "editor/dropped_files.h"
#include "editor/script_editor.h"
#include "editor/script_text.h"
#include "editor/text_file.h"
#include "editor/turn_editing.h"

#include <QLocale>
#include <QMimeData>

namespace parley::ui {

namespace {

bool beginsWithTag(const QString& text) {
    const QList<TagSpan> tags = tagSpans(text);
    return !tags.isEmpty() && QStringView(text).sliced(0, tags.first().start).trimmed().isEmpty();
}

} // namespace

bool ScriptEditor::canInsertFromMimeData(const QMimeData* source) const {
    return source->hasUrls() || source->hasText();
}

void ScriptEditor::insertFromMimeData(const QMimeData* source) {
    if (const QStringList paths = localFiles(*source); !paths.isEmpty()) {
        Q_EMIT filesDropped(paths);
        return;
    }
    pasteText(source->text());
}

void ScriptEditor::pasteText(const QString& text) {
    if (text.size() > kMostCharacters || document()->characterCount() + text.size() > 2 * kMostCharacters) {
        Q_EMIT pasteRefused(tr("The text to paste is longer than %1 characters, so it was left out.")
                                .arg(QLocale().toString(kMostCharacters)));
        return;
    }
    const QString cleaned = cleanedText(text);
    const std::optional<NamedDialogue> dialogue = readNamedDialogue(cleaned);
    if (!dialogue) {
        insertTurns(cleaned);
        return;
    }
    insertTurns(dialogue->script);
    m_pasted = {textCursor(), cleaned, dialogue->script};
    m_pasted.place.setPosition(m_pasted.place.position() - static_cast<int>(dialogue->script.size()));
    m_pasted.place.setPosition(textCursor().position(), QTextCursor::KeepAnchor);
    m_pasted.place.setKeepPositionOnInsert(true);
    Q_EMIT namesRead(*dialogue);
}

void ScriptEditor::insertTurns(const QString& text) {
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    if (beginsWithTag(text)) {
        prepareForTurns(cursor);
    }
    cursor.insertText(text);
    cursor.endEditBlock();
    setTextCursor(cursor);
    ensureCursorVisible();
}

bool ScriptEditor::keepAsPasted() {
    QString now = m_pasted.place.selectedText();
    now.replace(QChar::ParagraphSeparator, u'\n');
    if (m_pasted.asRead.isEmpty() || now != m_pasted.asRead) {
        return false;
    }
    m_pasted.place.setKeepPositionOnInsert(false); // or its lines would be inserted in reverse
    m_pasted.place.insertText(m_pasted.asPasted);
    setTextCursor(m_pasted.place);
    m_pasted = {};
    return true;
}

} // namespace parley::ui
