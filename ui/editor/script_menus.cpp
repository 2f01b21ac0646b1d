// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/script_menus.h"

#include "editor/non_verbals.h"

#include <QCoreApplication>
#include <QMenu>

namespace parley::ui {

QMenu* makeNonVerbalMenu(QWidget* parent, const std::function<void(const QString& name)>& chosen) {
    auto* menu = new QMenu(QCoreApplication::translate("ScriptMenus", "Sounds"), parent);
    menu->setObjectName(QStringLiteral("nonVerbalMenu"));
    for (const QString& name : nonVerbalNames()) {
        QAction* action = menu->addAction(QStringLiteral("(%1)").arg(name));
        action->setObjectName(name);
        QObject::connect(action, &QAction::triggered, menu, [chosen, name] { chosen(name); });
    }
    return menu;
}

QMenu* makeExampleMenu(QWidget* parent, const std::function<void(const Example& example)>& chosen) {
    auto* menu = new QMenu(QCoreApplication::translate("ScriptMenus", "Examples"), parent);
    menu->setObjectName(QStringLiteral("exampleMenu"));
    menu->setToolTipsVisible(true);
    for (const Example& example : loadExamples()) {
        QAction* action = menu->addAction(example.title);
        action->setObjectName(example.id);
        action->setToolTip(example.script);
        QObject::connect(action, &QAction::triggered, menu, [chosen, example] { chosen(example); });
    }
    return menu;
}

} // namespace parley::ui
