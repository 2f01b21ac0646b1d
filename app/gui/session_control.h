// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace parley::gui {

class MainWindow;
struct Studio;

/// Script, voice and settings come back as they were left, and are saved while they change.
class SessionControl : public QObject {
    Q_OBJECT

public:
    SessionControl(Studio& studio, MainWindow& window);

    /// Writes now, and waits for it. False if the session could not be written.
    bool save();

private:
    void restore();
    void keep();

    Studio& m_studio;
    MainWindow& m_window;
};

} // namespace parley::gui
