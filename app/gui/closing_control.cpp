// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/closing_control.h"

#include "editor/script_panel.h"
#include "gui/main_window.h"
#include "gui/session_control.h"
#include "gui/studio.h"
#include "takes/takes_panel.h"
#include "voices/voice_panel.h"

#include <QAction>
#include <QEvent>
#include <utility>

namespace parley::gui {

using ui::TakeId;
using ui::TakeLibrary;

ClosingControl::ClosingControl(Studio& studio, MainWindow& window, SessionControl& session)
    : QObject(&window), m_studio(studio), m_window(window), m_session(session), m_keptScript(window.script->script()) {
    window.installEventFilter(this);
    connect(&studio.takes, &TakeLibrary::changed, this, &ClosingControl::goOn);
    connect(&studio.takes, &TakeLibrary::removed, this, &ClosingControl::goOn);
    connect(&studio.takes, &TakeLibrary::soundNotSaved, this, &ClosingControl::goOn);
    connect(window.takes, &ui::TakesPanel::exported, this, [this](const QList<TakeId>& ids) {
        m_exported += ids;
        goOn();
    });
    connect(window.script, &ui::ScriptPanel::scriptSaved, this, [this](const QString& script) {
        m_keptScript = script;
        goOn();
    });
    connect(window.voices, &ui::VoicePanel::voiceSettled, this, &ClosingControl::goOn);
}

bool ClosingControl::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_window && event->type() == QEvent::Close && !mayClose()) {
        event->ignore();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

bool ClosingControl::mayClose() {
    if (m_anyway || (areSoundsSafe() && isVoiceSafe() && isScriptSafe())) {
        m_window.closingNotice->clear();
        return true;
    }
    return false;
}

bool ClosingControl::areSoundsSafe() {
    if (m_studio.takes.isSaving()) {
        ask(tr("Parley closes as soon as the last sound is saved."), {});
        return false;
    }
    const QList<TakeId> ids = soundsAtRisk();
    if (ids.isEmpty()) {
        return true;
    }
    ask(tr("The sound of %n take(s) could not be saved and may be lost when Parley closes.", nullptr,
           static_cast<int>(ids.size())),
        {{tr("Try again"), [this] { saveSoundsAgain(); }},
         {tr("Save elsewhere…"), [this] {
              (void)mayClose(); // the question stays until there is an answer
              m_window.takes->exportTakes(soundsAtRisk());
          }}});
    return false;
}

bool ClosingControl::isVoiceSafe() {
    if (!m_window.voices->hasUnsavedVoice()) {
        return true;
    }
    ask(tr("The voice that you are editing isn't saved yet. Its changes are lost when Parley closes."), {});
    return false;
}

bool ClosingControl::isScriptSafe() {
    if (m_session.save() || m_window.script->script() == m_keptScript) {
        return true;
    }
    ask(tr("The script could not be saved and is lost when Parley closes."),
        {{tr("Try again"), [this] { m_window.close(); }}, {tr("Save elsewhere…"), [this] {
                                                               (void)mayClose();
                                                               m_window.script->actions().saveFile->trigger();
                                                           }}});
    return false;
}

QList<TakeId> ClosingControl::soundsAtRisk() const {
    QList<TakeId> ids = m_studio.takes.takesAtRisk();
    ids.removeIf([this](TakeId id) { return m_exported.contains(id); });
    return ids;
}

void ClosingControl::saveSoundsAgain() {
    for (const TakeId id : soundsAtRisk()) {
        m_studio.takes.retrySave(id);
    }
    m_window.close(); // which waits for them
}

void ClosingControl::ask(const QString& text, QList<ui::NoticeBar::Action> actions) {
    ui::NoticeBar* bar = m_window.closingNotice;
    if (!bar->isHidden() && bar->text() == text) {
        return; // under somebody's mouse, perhaps
    }
    actions.append({tr("Close anyway"), [this] { closeAnyway(); }});
    bar->tell(ui::Tone::Warning, text, actions);
}

void ClosingControl::closeAnyway() {
    m_anyway = true;
    m_window.close();
}

void ClosingControl::goOn() {
    if (!m_window.closingNotice->isHidden()) {
        m_window.close();
    }
}

} // namespace parley::gui
