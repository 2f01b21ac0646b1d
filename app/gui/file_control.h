// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QStringList>

namespace parley::gui {

class MainWindow;
class MakingControl;

/// Files that were dropped on the window, or that the program was started with: sounds with a recipe come back as
/// script and settings, other sounds and folders become voices, the first
/// of all else is read as a script.
class FileControl : public QObject {
    Q_OBJECT

public:
    FileControl(MainWindow& window, MakingControl& making);

    void open(const QStringList& files);

private:
    void openSound(const QString& file);

    MainWindow& m_window;
    MakingControl& m_making;
};

} // namespace parley::gui
