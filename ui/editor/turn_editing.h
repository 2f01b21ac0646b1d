// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QTextCursor;

namespace parley::ui {

// What the editor's keys do to the turns of a script. Each is one undo step and leaves the cursor where typing goes on.

/// Gives the place to a speaker: at the head of a turn its tag is replaced, in the midst of its text a new turn begins
/// on a new line, and a line without a tag gets one.
void setSpeaker(QTextCursor& cursor, int speaker);

/// Begins the next turn, with the other speaker, on a new line. On a turn without words its tag goes away instead.
void beginNextTurn(QTextCursor& cursor);

/// Takes away the tag right before the cursor, as one piece; false if there is none.
[[nodiscard]] bool removeTagBefore(QTextCursor& cursor);

/// Who speaks at a place: the last tag that begins before it; 0 for nobody.
[[nodiscard]] int speakerAt(const QTextCursor& cursor);

/// Makes room for a text that begins with a tag: an empty turn's tag is selected, to be replaced; behind other words a
/// new line begins.
void prepareForTurns(QTextCursor& cursor);

} // namespace parley::ui
