// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/key_list.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <algorithm>

namespace parley::gui {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("KeyList", text);
}

QString written(const QList<QKeySequence>& keys) {
    QStringList names;
    for (const QKeySequence& key : keys) {
        names += key.toString(QKeySequence::NativeText);
    }
    names.removeDuplicates();
    return names.join(QStringLiteral(", "));
}

/// As in a menu, without what belongs to menus alone.
QString plain(QString text) {
    text.remove(QLatin1Char('&'));
    return (text.endsWith(QChar(u'…')) ? text.chopped(1) : text).trimmed();
}

void append(KeyGroup& group, const QAction& action) {
    const KeyEntry entry{written(action.shortcuts()), plain(action.text())};
    if (!entry.keys.isEmpty() && !entry.what.isEmpty() && !group.entries.contains(entry)) {
        group.entries += entry;
    }
}

/// The name that the nearest part around the action goes by.
QString placeOf(const QAction& action) {
    for (const QObject* object = action.parent(); object != nullptr; object = object->parent()) {
        const auto* part = qobject_cast<const QWidget*>(object);
        if (part != nullptr && !part->accessibleName().isEmpty()) {
            return part->accessibleName();
        }
    }
    return {};
}

KeyGroup& groupNamed(QList<KeyGroup>& groups, const QString& title) {
    const auto found =
        std::find_if(groups.begin(), groups.end(), [&title](const KeyGroup& group) { return group.title == title; });
    return found != groups.end() ? *found : groups.emplaceBack(KeyGroup{title, {}});
}

QList<KeyGroup> actionKeys(const QMainWindow& window) {
    QList<KeyGroup> groups;
    QSet<const QAction*> seen;
    for (const QAction* title : window.menuBar()->actions()) {
        KeyGroup group{plain(title->text()), {}};
        for (const QAction* action : title->menu()->actions()) {
            append(group, *action);
            seen += action;
        }
        groups += group;
    }
    for (const QAction* action : window.findChildren<QAction*>()) {
        if (!seen.contains(action) && !action->shortcuts().isEmpty() && !action->text().isEmpty()) {
            append(groupNamed(groups, placeOf(*action)), *action);
        }
    }
    groups.removeIf([](const KeyGroup& group) { return group.entries.isEmpty(); });
    return groups;
}

/// One line of the keys that have no action.
struct FixedKeys {
    QList<QKeySequence> keys;
    const char* what;
};

KeyGroup fixedGroup(const char* title, const QList<FixedKeys>& lines) {
    KeyGroup group{say(title), {}};
    for (const FixedKeys& line : lines) {
        group.entries += {written(line.keys), say(line.what)};
    }
    return group;
}

QList<KeyGroup> fixedKeys() {
    const QList<QKeySequence> arrows{Qt::Key_Left, Qt::Key_Right};
    const QList<QKeySequence> shifted{Qt::SHIFT | Qt::Key_Left, Qt::SHIFT | Qt::Key_Right};
    return {
        fixedGroup(
            QT_TRANSLATE_NOOP("KeyList", "In the script"),
            {{{Qt::Key_Return}, QT_TRANSLATE_NOOP("KeyList", "Next turn, with the other speaker")},
             {{Qt::SHIFT | Qt::Key_Return}, QT_TRANSLATE_NOOP("KeyList", "New line in the same turn")},
             {{Qt::Key_ParenLeft}, QT_TRANSLATE_NOOP("KeyList", "List of sounds; arrows choose, Enter or Tab inserts")},
             {{Qt::Key_Backspace}, QT_TRANSLATE_NOOP("KeyList", "Behind a speaker's tag: takes away the whole tag")}}),
        fixedGroup(QT_TRANSLATE_NOOP("KeyList", "In the find bar"),
                   {{{Qt::Key_Return}, QT_TRANSLATE_NOOP("KeyList", "Next match; in the lower field: replace it")},
                    {{Qt::SHIFT | Qt::Key_Return}, QT_TRANSLATE_NOOP("KeyList", "Previous match")}}),
        fixedGroup(QT_TRANSLATE_NOOP("KeyList", "In the player"),
                   {{{Qt::Key_Space}, QT_TRANSLATE_NOOP("KeyList", "Play and pause")},
                    {arrows, QT_TRANSLATE_NOOP("KeyList", "In the waveform: a second back or on; in the takes, too")},
                    {shifted, QT_TRANSLATE_NOOP("KeyList", "A tenth of a second")},
                    {{Qt::Key_PageDown, Qt::Key_PageUp}, QT_TRANSLATE_NOOP("KeyList", "Five seconds back or on")},
                    {{Qt::Key_Home, Qt::Key_End}, QT_TRANSLATE_NOOP("KeyList", "To the beginning or the end")}}),
        fixedGroup(QT_TRANSLATE_NOOP("KeyList", "Trimming a voice"),
                   {{{Qt::Key_Tab}, QT_TRANSLATE_NOOP("KeyList", "From the playing place to one handle and the other")},
                    {arrows, QT_TRANSLATE_NOOP("KeyList", "Moves the handle by a tenth of a second")},
                    {shifted, QT_TRANSLATE_NOOP("KeyList", "By a hundredth")}}),
        fixedGroup(
            QT_TRANSLATE_NOOP("KeyList", "Everywhere"),
            {{{Qt::Key_Tab, Qt::SHIFT | Qt::Key_Tab},
              QT_TRANSLATE_NOOP("KeyList", "To the next or the previous part of the window")},
             {{Qt::Key_Escape},
              QT_TRANSLATE_NOOP("KeyList", "Closes the message, list, field, page or bar where the cursor is")}})};
}

} // namespace

QList<KeyGroup> listKeys(const QMainWindow& window) {
    return actionKeys(window) + fixedKeys();
}

} // namespace parley::gui
