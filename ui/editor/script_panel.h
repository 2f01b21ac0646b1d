// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "editor/script_actions.h"
#include "editor/speech_budget.h"
#include "editor/text_file.h"

#include <QWidget>

namespace parley::ui {

class FindBar;
class NoticeBar;
class ScriptEditor;
class ScriptFiles;
class ScriptReview;
struct Example;
struct NamedDialogue;

/// The room in which a script is written: tools, text, remarks and meter. GUI thread.
class ScriptPanel : public QWidget {
    Q_OBJECT

public:
    explicit ScriptPanel(QWidget* parent = nullptr);

    [[nodiscard]] QString script() const;
    /// One undo step; on an untouched panel it is what undo can't go behind.
    void setScript(const QString& script);
    /// The script of the first start.
    [[nodiscard]] static QString exampleScript();

    /// What there is to spend. voiceSeconds 0 and an empty transcript: no voice.
    void setBudget(int maxTokens, double voiceSeconds, const QString& voiceTranscript);
    /// What the model reads at most, the voice's text included.
    void setMostBytes(int bytes);
    /// Whether the model is given a closing tag, which costs bytes, too.
    void setClosingTag(bool closingTag);
    [[nodiscard]] const SpeechBudget& budget() const;
    [[nodiscard]] bool canSpeak() const;
    /// Why the script can't be spoken, as a sentence; empty if it can.
    [[nodiscard]] QString problem() const;

    void focusScript();
    /// UTF-16 units from the beginning; places beyond the text count as its end.
    [[nodiscard]] int cursorPosition() const;
    void setCursorPosition(int position);

    [[nodiscard]] const ScriptActions& actions() const noexcept { return m_actions; }

    /// In the place of the script, as one undo step; what can't be read is told in the panel.
    void openScriptFile(const QString& path);
    void saveScriptFile(const QString& path);

Q_SIGNALS:
    void scriptChanged();
    /// A file was opened, or refused; the panel says which.
    void fileAnswered();
    /// It is in a file of its own.
    void scriptSaved(const QString& script);
    void canSpeakChanged(bool canSpeak);
    void budgetChanged();
    /// The script is in the editor already; `voiceText` can be read aloud for a voice that suits it.
    void exampleChosen(const QString& script, const QString& voiceText);
    /// For the window to open: what becomes of them depends on what they are, not on where they fall.
    void filesDropped(const QStringList& paths);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void layOut();
    void connectActions();
    void connectEditor();
    void connectFiles();
    void readScript();
    void review();
    void selectPlace(qsizetype start, qsizetype length);
    void applyFix(const QString& script, bool shortened);
    void chooseExample(const Example& example);
    void showNonVerbals();
    void takeFile(const TextFile& file);
    void tellNames(const NamedDialogue& dialogue);

    ScriptActions m_actions;
    NoticeBar* m_notice;
    ScriptEditor* m_editor;
    FindBar* m_findBar;
    ScriptReview* m_review;
    ScriptFiles* m_files;
    QString m_script; ///< as last told to others
    SpeechLimits m_limits;
};

} // namespace parley::ui
