// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/turn_editing.h"

#include "editor/script_text.h"

#include <QTextBlock>
#include <QTextCursor>

namespace parley::ui {

namespace {

/// What surrounds the cursor on its line. Columns in UTF-16 units.
struct Surroundings {
    QString line;
    qsizetype column = 0;
    TagSpan before{.start = 0, .speaker = 0}; ///< the last tag that begins before the cursor; speaker 0: none
    TagSpan after{.start = 0, .speaker = 0};  ///< the first tag at or behind it; speaker 0: none

    [[nodiscard]] bool hasBefore() const { return before.speaker != 0; }
    [[nodiscard]] bool hasAfter() const { return after.speaker != 0; }

    [[nodiscard]] bool blankBetween(qsizetype from, qsizetype to) const {
        return QStringView(line).sliced(from, to - from).trimmed().isEmpty();
    }
    [[nodiscard]] bool lineIsBlank() const { return blankBetween(0, line.size()); }
    [[nodiscard]] bool insideTag() const { return hasBefore() && column < before.end(); }
    /// Between a tag and its first word.
    [[nodiscard]] bool atHead() const { return hasBefore() && (insideTag() || blankBetween(before.end(), column)); }
    /// Right in front of a tag, or of the spaces before it.
    [[nodiscard]] bool inFrontOfTag() const { return hasAfter() && blankBetween(column, after.start); }
    [[nodiscard]] qsizetype turnEnd() const { return hasAfter() ? after.start : line.size(); }
    [[nodiscard]] bool turnIsEmpty() const { return hasBefore() && blankBetween(before.end(), turnEnd()); }
};

Surroundings lookAround(const QTextCursor& cursor) {
    Surroundings around;
    around.line = cursor.block().text();
    around.column = cursor.positionInBlock();
    for (const TagSpan& tag : tagSpans(around.line)) {
        if (tag.start < around.column) {
            around.before = tag;
        } else if (!around.hasAfter()) {
            around.after = tag;
        }
    }
    return around;
}

void select(QTextCursor& cursor, qsizetype from, qsizetype to) {
    const int start = cursor.block().position();
    cursor.setPosition(start + static_cast<int>(from));
    cursor.setPosition(start + static_cast<int>(to), QTextCursor::KeepAnchor);
}

/// Writes a speaker's tag over columns [from, to) with one space behind it; the cursor ends behind the space.
void writeTag(QTextCursor& cursor, const QString& line, qsizetype from, qsizetype to, int speaker) {
    while (to < line.size() && line[to].isSpace()) {
        ++to;
    }
    select(cursor, from, to);
    cursor.insertText(tagText(speaker) + QLatin1Char(' '));
}

/// Breaks the line at the cursor, without spaces on either side of the break.
void breakLine(QTextCursor& cursor, const Surroundings& around) {
    qsizetype from = around.column;
    qsizetype to = around.column;
    while (from > 0 && around.line[from - 1].isSpace()) {
        --from;
    }
    while (to < around.line.size() && around.line[to].isSpace()) {
        ++to;
    }
    select(cursor, from, to);
    cursor.insertText(QStringLiteral("\n"));
}

/// An empty turn on a line of its own above the line of `tag`.
void insertTurnAbove(QTextCursor& cursor, const TagSpan& tag) {
    select(cursor, tag.start, tag.start);
    cursor.insertText(tagText(nextSpeaker(speakerAt(cursor))) + QStringLiteral(" \n"));
    cursor.movePosition(QTextCursor::PreviousCharacter);
}

void removeEmptyTurn(QTextCursor& cursor, const Surroundings& around) {
    select(cursor, around.before.start, around.turnEnd());
    cursor.removeSelectedText();
}

/// All edits until the end of the scope are one undo step.
class EditBlock {
public:
    explicit EditBlock(QTextCursor& cursor) : m_cursor(cursor) { m_cursor.beginEditBlock(); }
    ~EditBlock() { m_cursor.endEditBlock(); }
    EditBlock(const EditBlock&) = delete;
    EditBlock& operator=(const EditBlock&) = delete;

private:
    QTextCursor& m_cursor;
};

} // namespace

int speakerAt(const QTextCursor& cursor) {
    if (const Surroundings around = lookAround(cursor); around.hasBefore()) {
        return around.before.speaker;
    }
    for (QTextBlock block = cursor.block().previous(); block.isValid(); block = block.previous()) {
        if (const QList<TagSpan> tags = tagSpans(block.text()); !tags.isEmpty()) {
            return tags.last().speaker;
        }
    }
    return 0;
}

void setSpeaker(QTextCursor& cursor, int speaker) {
    const EditBlock step(cursor);
    cursor.setPosition(cursor.selectionStart());
    const Surroundings around = lookAround(cursor);
    if (around.atHead()) {
        writeTag(cursor, around.line, around.before.start, around.before.end(), speaker);
    } else if (around.inFrontOfTag()) {
        writeTag(cursor, around.line, around.after.start, around.after.end(), speaker);
    } else if (around.blankBetween(0, around.column)) {
        writeTag(cursor, around.line, 0, 0, speaker);
    } else {
        breakLine(cursor, around);
        cursor.insertText(tagText(speaker) + QLatin1Char(' '));
    }
}

void beginNextTurn(QTextCursor& cursor) {
    const EditBlock step(cursor);
    cursor.removeSelectedText();
    Surroundings around = lookAround(cursor);
    if (around.lineIsBlank()) {
        writeTag(cursor, around.line, 0, 0, nextSpeaker(speakerAt(cursor)));
    } else if (around.turnIsEmpty()) {
        removeEmptyTurn(cursor, around);
    } else if (around.atHead() && around.blankBetween(0, around.before.start)) {
        insertTurnAbove(cursor, around.before);
    } else if (around.atHead()) {
        around.column = around.before.start;
        breakLine(cursor, around);
        cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, static_cast<int>(kTagLength));
    } else if (around.inFrontOfTag() && around.blankBetween(0, around.column)) {
        insertTurnAbove(cursor, around.after);
    } else if (around.inFrontOfTag()) {
        breakLine(cursor, around);
    } else {
        const int speaker = nextSpeaker(speakerAt(cursor));
        breakLine(cursor, around);
        cursor.insertText(tagText(speaker) + QLatin1Char(' '));
    }
}

bool removeTagBefore(QTextCursor& cursor) {
    const Surroundings around = lookAround(cursor);
    const bool rightBehind = around.hasBefore() && !around.insideTag() && around.column <= around.before.end() + 1;
    if (cursor.hasSelection() || !rightBehind || !around.atHead()) {
        return false;
    }
    select(cursor, around.before.start, around.column);
    cursor.removeSelectedText();
    return true;
}

void prepareForTurns(QTextCursor& cursor) {
    if (cursor.hasSelection()) {
        return;
    }
    const Surroundings around = lookAround(cursor);
    if (around.turnIsEmpty()) {
        select(cursor, around.before.start, around.turnEnd());
    } else if (!around.blankBetween(0, around.column)) {
        breakLine(cursor, around);
    }
}

} // namespace parley::ui
