// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeySequence>
#include <QList>

class QAction;
class QWidget;

namespace parley::ui {

/// Everything that can be done to a script, for menus and tool bars. The actions belong to the panel.
struct ScriptActions {
    QAction* undo = nullptr;
    QAction* redo = nullptr;
    QAction* find = nullptr;
    QAction* findNext = nullptr;
    QAction* findPrevious = nullptr;
    QAction* replace = nullptr;
    QAction* insertS1 = nullptr;
    QAction* insertS2 = nullptr;
    QAction* nonVerbals = nullptr; ///< has a menu; triggered by its keys it asks for that menu at the cursor
    QAction* examples = nullptr;   ///< has a menu
    QAction* openFile = nullptr;
    QAction* saveFile = nullptr;

    [[nodiscard]] QList<QAction*> fileMenu() const { return {openFile, saveFile, examples}; }
    [[nodiscard]] QList<QAction*> editMenu() const { return {undo, redo, find, findNext, findPrevious, replace}; }
    [[nodiscard]] QList<QAction*> insertMenu() const { return {insertS1, insertS2, nonVerbals}; }
};

/// Makes the actions, unconnected, and adds them to `owner`, whose keys they answer to.
[[nodiscard]] ScriptActions makeScriptActions(QWidget* owner);

} // namespace parley::ui
