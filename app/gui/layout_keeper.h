// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QObject>
#include <QTimer>

class QSplitter;
class QWidget;

namespace parley::ui {
class SettingsStore;
}

namespace parley::gui {

/// The window's place and size and how its splitters share it, kept soon after they change, so that they survive
/// whatever ends the program.
class LayoutKeeper : public QObject {
    Q_OBJECT

public:
    /// The splitters' object names are what their states are kept under.
    LayoutKeeper(ui::SettingsStore& settings, QWidget& window, QList<QSplitter*> splitters);

    void restore();
    void save();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    ui::SettingsStore& m_settings;
    QWidget& m_window;
    QList<QSplitter*> m_splitters;
    QTimer m_soon;
};

} // namespace parley::gui
