// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/preferences_control.h"

#include "gui/main_window.h"
#include "gui/studio.h"
#include "models/first_start_panel.h"
#include "models/model_status.h"
#include "parley/memory.h"
#include "preferences/preferences_dialog.h"
#include "takes/takes_panel.h"
#include "voices/voice_panel.h"
#include "widgets/notice_bar.h"
#include "widgets/theme.h"

#include <QApplication>

namespace parley::gui {

using ui::Preferences;

namespace {

quint64 fullModelNeed(const std::string& device, const std::string& dtype) {
    return releasedModelNeed(device, dtype).total();
}

ui::Theme themeOf(const QString& key) {
    if (key == QLatin1String("dark")) {
        return ui::Theme::Dark;
    }
    return key == QLatin1String("light") ? ui::Theme::Light : ui::Theme::System;
}

} // namespace

void applyLook(const Preferences& preferences) {
    ui::applyTheme(*qApp, themeOf(preferences.theme), preferences.textPercent);
}

PreferencesControl::PreferencesControl(Studio& studio, MainWindow& window)
    : QObject(&window), m_studio(studio), m_window(window) {
    connect(&studio.settings, &ui::SettingsStore::preferencesChanged, this,
            [this](const Preferences& now, const Preferences& before) {
                apply(now, &before);
                tellWhatWaits(now, before);
            });
    connect(window.voices, &ui::VoicePanel::consentSeen, this, [this] {
        Preferences now = m_studio.settings.preferences();
        now.consentSeen = true;
        m_studio.settings.setPreferences(now);
    });
    connect(window.model, &ui::ModelStatus::preferencesRequested, this, &PreferencesControl::openDialog);
    apply(studio.settings.preferences(), nullptr);
}

// A new look costs the window a tenth of a second, and a new folder of voices ends undo there, so what is as it was is
// left alone: preferences change with the model and with every step of the volume.
void PreferencesControl::apply(const Preferences& now, const Preferences* before) {
    const auto isNew = [&now, before](auto... members) {
        return before == nullptr || (... || (now.*members != before->*members));
    };
    // At the start it is there before the window is.
    if (before != nullptr && isNew(&Preferences::theme, &Preferences::textPercent)) {
        applyLook(now);
    }
    if (isNew(&Preferences::logLevel)) {
        m_studio.log.setLevel(ui::logLevelFromKey(now.logLevel));
    }
    if (isNew(&Preferences::soundDevice)) {
        m_studio.player.setDevice(now.soundDevice);
    }
    if (before != nullptr && now.voicesFolder != before->voicesFolder) {
        m_studio.voices.setFolder(now.voicesFolder.isEmpty() ? m_studio.places.data + "/voices" : now.voicesFolder);
    }
    m_studio.player.setVolume(now.volume);
    m_window.takes->setExportFormat(now.exportFormat);
    m_window.voices->setConsentSeen(now.consentSeen);
    if (m_dialog) {
        m_dialog->setPreferences(now);
    }
}

void PreferencesControl::tellWhatWaits(const Preferences& now, const Preferences& before) {
    // Takes that are being made go on in their old place, and half a window in another language helps nobody.
    if (now.takesFolder != before.takesFolder || now.language != before.language) {
        m_window.notice->tell(ui::Tone::Neutral,
                              tr("The language and the folder of takes change when Parley is started again."));
    }
}

void PreferencesControl::openDialog() {
    if (!m_dialog) {
        const std::vector<DeviceInfo> devices = listDevices();
        m_dialog = new ui::PreferencesDialog(
            m_studio.settings.preferences(),
            ui::deviceChoices(devices, chooseCompute("auto", "auto", devices), &fullModelNeed), &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        m_dialog->setStandardFolders(m_studio.places.data + "/models", m_studio.places.data + "/takes",
                                     m_studio.places.data + "/voices");
        connect(m_dialog, &ui::PreferencesDialog::applied, &m_studio.settings, &ui::SettingsStore::setPreferences);
        connect(m_dialog, &ui::PreferencesDialog::modelChoiceRequested, &m_window, [this] {
            m_window.showFirstStart(true);
            m_window.firstStart->search();
        });
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

} // namespace parley::gui
