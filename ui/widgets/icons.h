// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace parley::ui {

/// An icon of resources/icons by its file name without ".svg", drawn in the palette's text colour at any size and
/// scale, greyed when disabled, and redrawn when the theme changes. GUI thread. Names: add, ab, ab-compare, check,
/// close, copy, down, error, examples, export, fix, folder, info, log, loop, make, microphone, move-down, move-up,
/// mute, note, pause, play, preferences, queue, record, redo, replace, restore, search, sounds, speaker, star,
/// star-filled, stop, take, trash, trim, undo, up, voice, volume, warning.
[[nodiscard]] QIcon icon(const QString& name);

/// The same in a colour of its own, which stays when the theme changes.
[[nodiscard]] QIcon icon(const QString& name, const QColor& colour);

} // namespace parley::ui
