// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/script_actions.h"

#include "widgets/icons.h"
#include "widgets/standard_keys.h"

#include <QAction>
#include <QCoreApplication>
#include <QWidget>

namespace parley::ui {

namespace {

struct Look {
    const char* objectName;
    const char* text;
    const char* iconName;
};

QAction* make(QWidget* owner, const Look& look, const QList<QKeySequence>& keys, Qt::ShortcutContext context) {
    auto* action = new QAction(icon(QString::fromLatin1(look.iconName)),
                               QCoreApplication::translate("ScriptActions", look.text), owner);
    action->setObjectName(QString::fromLatin1(look.objectName));
    action->setShortcuts(keys);
    action->setShortcutContext(context);
    owner->addAction(action);
    return action;
}

} // namespace

ScriptActions makeScriptActions(QWidget* owner) {
    // Other text fields of the window have an undo and tags of their own.
    constexpr Qt::ShortcutContext here = Qt::WidgetWithChildrenShortcut;
    constexpr Qt::ShortcutContext everywhere = Qt::WindowShortcut;
    ScriptActions actions;
    actions.undo = make(owner, {"undo", QT_TRANSLATE_NOOP("ScriptActions", "&Undo"), "undo"},
                        standardKeys(QKeySequence::Undo), here);
    actions.redo = make(owner, {"redo", QT_TRANSLATE_NOOP("ScriptActions", "&Redo"), "redo"},
                        standardKeys(QKeySequence::Redo), here);
    actions.find = make(owner, {"find", QT_TRANSLATE_NOOP("ScriptActions", "&Find in the script"), "search"},
                        standardKeys(QKeySequence::Find), everywhere);
    actions.findNext = make(owner, {"findNextMatch", QT_TRANSLATE_NOOP("ScriptActions", "Find &next"), "down"},
                            standardKeys(QKeySequence::FindNext, Qt::Key_F3), everywhere);
    actions.findPrevious =
        make(owner, {"findPreviousMatch", QT_TRANSLATE_NOOP("ScriptActions", "Find &previous"), "up"},
             standardKeys(QKeySequence::FindPrevious, Qt::SHIFT | Qt::Key_F3), everywhere);
    actions.replace = make(owner, {"replace", QT_TRANSLATE_NOOP("ScriptActions", "Find and rep&lace"), "replace"},
                           standardKeys(QKeySequence::Replace, Qt::CTRL | Qt::Key_H), everywhere);
    actions.insertS1 = make(owner, {"insertS1", QT_TRANSLATE_NOOP("ScriptActions", "Speaker &1 speaks"), "voice"},
                            {Qt::CTRL | Qt::Key_1}, here);
    actions.insertS2 = make(owner, {"insertS2", QT_TRANSLATE_NOOP("ScriptActions", "Speaker &2 speaks"), "voice"},
                            {Qt::CTRL | Qt::Key_2}, here);
    actions.nonVerbals = make(owner, {"nonVerbals", QT_TRANSLATE_NOOP("ScriptActions", "&Sounds"), "sounds"},
                              {Qt::CTRL | Qt::Key_3}, here);
    actions.examples = make(owner, {"examples", QT_TRANSLATE_NOOP("ScriptActions", "&Examples"), "examples"},
                            {Qt::CTRL | Qt::SHIFT | Qt::Key_E}, everywhere);
    actions.openFile = make(owner, {"openFile", QT_TRANSLATE_NOOP("ScriptActions", "&Open a text file…"), "folder"},
                            standardKeys(QKeySequence::Open), everywhere);
    actions.saveFile =
        make(owner, {"saveFile", QT_TRANSLATE_NOOP("ScriptActions", "&Save the script as a text file…"), "export"},
             standardKeys(QKeySequence::Save), everywhere);
    return actions;
}

} // namespace parley::ui
