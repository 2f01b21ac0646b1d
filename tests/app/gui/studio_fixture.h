// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/studio_window.h"
#include "jobs/generation_panel.h"

#include <QDir>
#include <QString>
#include <QTest>

namespace parley::test {

inline constexpr int kStudioPatienceMs = 90'000;

/// The program's window over a data folder, with the demo as its model.
class DemoStudio {
public:
    explicit DemoStudio(const QString& folder) : m_settings(folder + "/settings.json") {
        ui::Preferences preferences = m_settings.preferences();
        preferences.demo = true;
        m_settings.setPreferences(preferences);
        m_program = std::make_unique<gui::StudioWindow>(folder, m_settings);
        m_program->show();
        (void)QTest::qWaitForWindowActive(&window()); // shortcuts work in the active window
    }

    gui::Studio& studio() { return m_program->studio(); }
    gui::MainWindow& window() { return m_program->window(); }

    /// As few tokens as the window allows, and a seed that the demo doesn't end early with.
    void makeShort(int takes = 1) {
        ui::GenerationSettings settings;
        settings.maxTokens = 860;
        settings.seed = 7;
        settings.takes = takes;
        window().generation->setSettings(settings);
    }
    [[nodiscard]] int count(ui::TakeState state) {
        int found = 0;
        for (const ui::Take& take : studio().takes.takes()) {
            found += take.state == state ? 1 : 0;
        }
        return found;
    }
    template <typename Widget>
    [[nodiscard]] Widget* find(const char* name) {
        return window().findChild<Widget*>(QLatin1String(name));
    }

private:
    ui::SettingsStore m_settings;
    std::unique_ptr<gui::StudioWindow> m_program;
};

} // namespace parley::test
