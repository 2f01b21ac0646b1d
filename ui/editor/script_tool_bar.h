// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "editor/script_actions.h"

#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace parley::ui {

/// The row of buttons above the script.
class ScriptToolBar : public QWidget {
    Q_OBJECT

public:
    explicit ScriptToolBar(const ScriptActions& actions, QWidget* parent = nullptr);

private:
    QToolButton* addButton(QAction* action);
    void addMenuButton(QAction* action);
    void place(QToolButton* button, const QAction& action);

    QHBoxLayout* m_row;
};

} // namespace parley::ui
