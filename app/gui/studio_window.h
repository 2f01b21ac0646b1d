// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/main_window.h"
#include "gui/studio.h"

#include <QPointer>
#include <QStringList>

namespace parley::gui {

class FileControl;
class HelpWindow;

/// The whole program but for main(): everything is built and connected here.
class StudioWindow {
public:
    /// `dataFolder` exists and may be written.
    StudioWindow(const QString& dataFolder, ui::SettingsStore& settings);

    [[nodiscard]] Studio& studio() noexcept { return m_studio; }
    [[nodiscard]] MainWindow& window() noexcept { return m_window; }

    void show();
    /// Brings the window to the front and opens the files, if any.
    void open(const QStringList& files);

private:
    void showHelp();
    void copyDiagnostics();
    void tellNotices();

    Studio m_studio;
    MainWindow m_window;
    FileControl* m_files = nullptr;
    QPointer<HelpWindow> m_help; ///< while it is open
};

} // namespace parley::gui
