// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/take.h"

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>

namespace parley::ui {

/// What can be done with the selected takes, for menus, tool bar and keyboard alike.
class TakeActions : public QObject {
    Q_OBJECT

public:
    /// Single keys work while `list` has the focus.
    explicit TakeActions(QWidget* list);

    /// What the takes allow decides which actions are enabled, and how they are called.
    struct Situation {
        QList<Take> selected;
        Take current; ///< id 0: none
        bool playing = false;
        bool canUndoRemove = false;
    };
    void update(const Situation& situation);

    /// In the order of a menu, with separators.
    [[nodiscard]] const QList<QAction*>& all() const { return m_all; }

    QAction* const play;
    QAction* const compare;
    QAction* const star;
    QAction* const rename;
    QAction* const note;
    QAction* const restore;
    QAction* const keepVoice;
    QAction* const copySeed;
    QAction* const copyFiles;
    QAction* const exportTakes;
    QAction* const exportAs; ///< with a menu of formats that its owner fills
    QAction* const remove;
    QAction* const undoRemove;

private:
    [[nodiscard]] QAction* make(const char* name, const QString& icon, const QList<QKeySequence>& keys);

    QList<QAction*> m_all;
};

} // namespace parley::ui
