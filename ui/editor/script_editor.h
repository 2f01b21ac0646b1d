// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "editor/named_dialogue.h"
#include "editor/speaker_chips.h"

#include <QList>
#include <QPlainTextEdit>

namespace parley::ui {

class NonVerbalCompleter;
class ScriptHighlighter;
class SpeakerMargin;

/// The text of a script. Its plain text is the truth; chips, colours and the margin only show what it says. GUI thread.
class ScriptEditor : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit ScriptEditor(QWidget* parent = nullptr);

    /// One undo step; the very first text of an untouched editor is none.
    void replaceScript(const QString& script);

    void insertSpeaker(int speaker);
    /// A sound with its parentheses, with spaces where it would touch words.
    void insertNonVerbal(const QString& name);

    /// Puts pasted text as it was in the place of its reading with names; false if that place was changed since.
    [[nodiscard]] bool keepAsPasted();

    [[nodiscard]] QList<VisibleBlock> visibleBlocks() const;

Q_SIGNALS:
    void filesDropped(const QStringList& paths);
    /// Names of a pasted text became speakers.
    void namesRead(const parley::ui::NamedDialogue& dialogue);
    /// A pasted text was not taken; a sentence on why.
    void pasteRefused(const QString& problem);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    /// What was pasted last with names in it.
    struct Pasted {
        QTextCursor place; ///< follows later edits
        QString asPasted;
        QString asRead;
    };

    [[nodiscard]] bool handleTurnKey(const QKeyEvent& event);
    void pasteText(const QString& text);
    void insertTurns(const QString& text);
    void enlargeText();
    void placeMargin();

    ScriptHighlighter* m_highlighter;
    NonVerbalCompleter* m_completer;
    SpeakerMargin* m_margin;
    Pasted m_pasted;
};

} // namespace parley::ui
