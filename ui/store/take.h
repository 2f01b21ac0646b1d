// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/recipe.h"

#include <QDateTime>
#include <QString>

namespace parley::ui {

using TakeId = qint64;

enum class TakeState {
    Making,     ///< its sound is still growing
    Whole,      ///< the model said all of it
    Stopped,    ///< the user stopped it; what was made is kept
    Unfinished, ///< the program ended in the middle; what was made is kept
    Failed,     ///< see Take::problem; what was made is kept
};

/// One performance of a script.
struct Take {
    TakeId id = 0;
    QDateTime made; ///< when its making began, UTC
    Recipe recipe;
    TakeState state = TakeState::Making;
    QString problem;    ///< why it failed, for people
    QString soundFile;  ///< absolute; empty while it is made, and when there is no sound on the disk
    double seconds = 0; ///< of sound, at tempo 1.0
    qint64 steps = 0;
    double speed = 1.0; ///< tempo to play and export it with
    bool starred = false;
    QString name; ///< empty: none given
    QString note;
};

} // namespace parley::ui
