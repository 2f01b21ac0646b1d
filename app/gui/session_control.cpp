// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/session_control.h"

#include "editor/script_panel.h"
#include "gui/main_window.h"
#include "gui/studio.h"
#include "jobs/generation_panel.h"
#include "voices/voice_panel.h"

namespace parley::gui {

SessionControl::SessionControl(Studio& studio, MainWindow& window)
    : QObject(&window), m_studio(studio), m_window(window) {
    restore();
    connect(window.script, &ui::ScriptPanel::scriptChanged, this, &SessionControl::keep);
    connect(window.voices, &ui::VoicePanel::currentVoiceChanged, this, &SessionControl::keep);
    connect(window.generation, &ui::GenerationPanel::settingsChanged, this, &SessionControl::keep);
    connect(&window, &MainWindow::closing, this, [this] {
        save();
        m_studio.settings.flush();
    });
}

bool SessionControl::save() {
    keep();
    return m_studio.session.flush();
}

void SessionControl::restore() {
    ui::Session session = m_studio.session.session();
    if (session.script.isEmpty()) {
        session.script = ui::ScriptPanel::exampleScript();
        session.cursor = static_cast<int>(session.script.size()); // to write on
    }
    m_window.script->setScript(session.script);
    m_window.script->setCursorPosition(session.cursor);
    m_window.voices->setCurrentVoice(session.voiceId);
    m_window.generation->setSettings(session.settings);
}

void SessionControl::keep() {
    m_studio.session.set({m_window.script->script(), m_window.script->cursorPosition(), m_window.voices->currentVoice(),
                          m_window.generation->settings()});
}

} // namespace parley::gui
