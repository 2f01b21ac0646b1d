// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

class QMenu;

namespace parley::gui {

class MainWindow;
struct Studio;

/// The menu bar: what the parts of the window offer, in the places where people look for it.
class MainMenu : public QObject {
    Q_OBJECT

public:
    MainMenu(Studio& studio, MainWindow& window);

Q_SIGNALS:
    void modelsRequested();
    void preferencesRequested();
    void helpRequested();
    void diagnosticsRequested();
    void benchRequested();
    void aboutRequested();
    void updatesRequested();

private:
    void buildFile();
    void buildEdit();
    void buildMake();
    void buildView();
    void buildHelp();
    void fillOlderScripts();

    Studio& m_studio;
    MainWindow& m_window;
    QMenu* m_older = nullptr;
};

} // namespace parley::gui
