// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/script_tool_bar.h"

#include "editor/speaker_button.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

namespace parley::ui {

ScriptToolBar::ScriptToolBar(const ScriptActions& actions, QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("scriptToolBar"));
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(8, 4, 8, 4);
    m_row->setSpacing(2);
    place(new SpeakerButton(1, actions.insertS1), *actions.insertS1);
    place(new SpeakerButton(2, actions.insertS2), *actions.insertS2);
    addMenuButton(actions.nonVerbals);
    m_row->addSpacing(8);
    addButton(actions.undo);
    addButton(actions.redo);
    addButton(actions.find);
    m_row->addStretch(1);
    addMenuButton(actions.examples);
    addButton(actions.openFile);
    addButton(actions.saveFile);
}

QToolButton* ScriptToolBar::addButton(QAction* action) {
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->iconText());
    place(button, *action);
    return button;
}

void ScriptToolBar::addMenuButton(QAction* action) {
    QToolButton* button = addButton(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
}

void ScriptToolBar::place(QToolButton* button, const QAction& action) {
    button->setObjectName(action.objectName() + QStringLiteral("Button"));
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    button->setToolTip(keys.isEmpty() ? action.iconText() : tr("%1 (%2)").arg(action.iconText(), keys));
    m_row->addWidget(button);
}

} // namespace parley::ui
