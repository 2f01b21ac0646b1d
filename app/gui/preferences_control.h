// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/preferences.h"

#include <QObject>
#include <QPointer>

namespace parley::ui {
class PreferencesDialog;
}

namespace parley::gui {

class MainWindow;
struct Studio;

/// Theme and text size. Before the window is built, so that every part of it begins with them.
void applyLook(const ui::Preferences& preferences);

/// The dialog, and what its choices change at once: look, sound device, folders. The model is ModelControl's.
class PreferencesControl : public QObject {
    Q_OBJECT

public:
    PreferencesControl(Studio& studio, MainWindow& window);

    /// One at a time; it comes to the front when it is open already.
    void openDialog();

private:
    /// before: null at the start, when everything is new
    void apply(const ui::Preferences& now, const ui::Preferences* before);
    void tellWhatWaits(const ui::Preferences& now, const ui::Preferences& before);

    Studio& m_studio;
    MainWindow& m_window;
    QPointer<ui::PreferencesDialog> m_dialog;
};

} // namespace parley::gui
