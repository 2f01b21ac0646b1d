// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/script_panel.h"

#include "editor/find_bar.h"
#include "editor/script_editor.h"
#include "editor/script_files.h"
#include "editor/script_menus.h"
#include "editor/script_review.h"
#include "editor/script_text.h"
#include "editor/script_tool_bar.h"
#include "widgets/notice_bar.h"

#include <QAction>
#include <QMenu>
#include <QVBoxLayout>
#include <algorithm>

namespace parley::ui {

ScriptPanel::ScriptPanel(QWidget* parent)
    : QWidget(parent), m_actions(makeScriptActions(this)), m_notice(new NoticeBar(this)),
      m_editor(new ScriptEditor(this)), m_findBar(new FindBar(m_editor, this)), m_review(new ScriptReview(this)),
      m_files(new ScriptFiles(this)) {
    setObjectName(QStringLiteral("scriptPanel"));
    setAccessibleName(tr("Script"));
    setAcceptDrops(true);
    setFocusProxy(m_editor);
    m_notice->setObjectName(QStringLiteral("scriptNotice"));
    connectActions();
    connectEditor();
    connectFiles();
    layOut();
    review();
}

void ScriptPanel::layOut() {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(new ScriptToolBar(m_actions));
    rows->addWidget(m_notice);
    rows->addWidget(m_findBar);
    rows->addWidget(m_editor, 1);
    rows->addWidget(m_review);
}

void ScriptPanel::connectActions() {
    m_actions.nonVerbals->setMenu(
        makeNonVerbalMenu(this, [this](const QString& name) { m_editor->insertNonVerbal(name); }));
    m_actions.examples->setMenu(makeExampleMenu(this, [this](const Example& example) { chooseExample(example); }));
    m_actions.undo->setEnabled(false);
    m_actions.redo->setEnabled(false);
    connect(m_editor, &QPlainTextEdit::undoAvailable, m_actions.undo, &QAction::setEnabled);
    connect(m_editor, &QPlainTextEdit::redoAvailable, m_actions.redo, &QAction::setEnabled);
    connect(m_actions.undo, &QAction::triggered, m_editor, &QPlainTextEdit::undo);
    connect(m_actions.redo, &QAction::triggered, m_editor, &QPlainTextEdit::redo);
    connect(m_actions.find, &QAction::triggered, this, [this] { m_findBar->open(false); });
    connect(m_actions.replace, &QAction::triggered, this, [this] { m_findBar->open(true); });
    connect(m_actions.findNext, &QAction::triggered, m_findBar, &FindBar::findNext);
    connect(m_actions.findPrevious, &QAction::triggered, m_findBar, &FindBar::findPrevious);
    connect(m_actions.insertS1, &QAction::triggered, this, [this] { m_editor->insertSpeaker(1); });
    connect(m_actions.insertS2, &QAction::triggered, this, [this] { m_editor->insertSpeaker(2); });
    connect(m_actions.nonVerbals, &QAction::triggered, this, &ScriptPanel::showNonVerbals);
    connect(m_actions.examples, &QAction::triggered, this,
            [this] { m_actions.examples->menu()->popup(m_editor->mapToGlobal(m_editor->rect().topRight())); });
    connect(m_actions.openFile, &QAction::triggered, m_files, &ScriptFiles::chooseToOpen);
    connect(m_actions.saveFile, &QAction::triggered, this, [this] { m_files->chooseToSave(script()); });
}

void ScriptPanel::connectEditor() {
    connect(m_editor, &QPlainTextEdit::textChanged, this, &ScriptPanel::readScript);
    connect(m_editor, &ScriptEditor::filesDropped, this, &ScriptPanel::filesDropped);
    connect(m_editor, &ScriptEditor::namesRead, this, &ScriptPanel::tellNames);
    connect(m_editor, &ScriptEditor::pasteRefused, this,
            [this](const QString& problem) { m_notice->tell(Tone::Warning, problem); });
    connect(m_review, &ScriptReview::placeRequested, this, &ScriptPanel::selectPlace);
    connect(m_review, &ScriptReview::fixed, this, &ScriptPanel::applyFix);
}

QString ScriptPanel::script() const {
    return m_editor->toPlainText();
}

void ScriptPanel::setScript(const QString& script) {
    m_editor->replaceScript(script);
}

QString ScriptPanel::exampleScript() {
    const QList<Example> examples = loadExamples();
    return examples.isEmpty() ? QString() : examples.first().script;
}

void ScriptPanel::setBudget(int maxTokens, double voiceSeconds, const QString& voiceTranscript) {
    m_limits.maxTokens = maxTokens;
    m_limits.voiceSeconds = voiceSeconds;
    m_limits.voiceTranscript = voiceTranscript;
    review();
}

void ScriptPanel::setMostBytes(int bytes) {
    m_limits.mostBytes = bytes;
    review();
}

void ScriptPanel::setClosingTag(bool closingTag) {
    m_limits.closingTag = closingTag;
    review();
}

const SpeechBudget& ScriptPanel::budget() const {
    return m_review->budget();
}

bool ScriptPanel::canSpeak() const {
    return m_review->problem().isEmpty();
}

QString ScriptPanel::problem() const {
    return m_review->problem();
}

void ScriptPanel::focusScript() {
    m_editor->setFocus(Qt::OtherFocusReason);
}

int ScriptPanel::cursorPosition() const {
    return m_editor->textCursor().position();
}

void ScriptPanel::setCursorPosition(int position) {
    selectPlace(position, 0);
}

void ScriptPanel::readScript() {
    QString now = script();
    if (now == m_script) {
        return; // only colours changed
    }
    m_script = std::move(now);
    review();
    Q_EMIT scriptChanged();
}

void ScriptPanel::review() {
    const bool could = canSpeak();
    const SpeechBudget before = budget();
    m_review->review(m_script, m_limits);
    if (budget() != before) {
        Q_EMIT budgetChanged();
    }
    if (canSpeak() != could) {
        Q_EMIT canSpeakChanged(canSpeak());
    }
}

void ScriptPanel::selectPlace(qsizetype start, qsizetype length) {
    const qsizetype end = m_editor->document()->characterCount() - 1;
    const qsizetype from = std::clamp<qsizetype>(start, 0, end);
    QTextCursor cursor = m_editor->textCursor();
    cursor.setPosition(static_cast<int>(from));
    cursor.setPosition(static_cast<int>(std::clamp(from + length, from, end)), QTextCursor::KeepAnchor);
    m_editor->setTextCursor(cursor);
    m_editor->ensureCursorVisible();
    if (length > 0) {
        focusScript();
    }
}

void ScriptPanel::showNonVerbals() {
    const QRect cursor = m_editor->cursorRect();
    m_actions.nonVerbals->menu()->popup(m_editor->viewport()->mapToGlobal(cursor.bottomLeft()));
}

} // namespace parley::ui
