// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace parley::ui {

/// Where `needle` begins in `text`, from left to right without overlaps. An empty needle is nowhere.
[[nodiscard]] QList<qsizetype> findAll(const QString& text, const QString& needle, Qt::CaseSensitivity sensitivity);

/// The index in `matches` of the first one at or behind `position`, or the first of all; −1 without matches.
[[nodiscard]] qsizetype nextMatch(const QList<qsizetype>& matches, qsizetype position);

/// The index of the last one before `position`, or the last of all; −1 without matches.
[[nodiscard]] qsizetype previousMatch(const QList<qsizetype>& matches, qsizetype position);

} // namespace parley::ui
