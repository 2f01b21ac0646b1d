// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/take_database.h"

#include <QList>
#include <QString>
#include <QVariant>

namespace parley::ui {

// How a take becomes a row of the table and a row a take.

[[nodiscard]] const QString& takeTableStatement(); ///< makes the table
[[nodiscard]] const QString& takeColumns();        ///< all, for SELECT and INSERT
/// The values of takeColumns(), in their order.
[[nodiscard]] QList<QVariant> takeValues(const TakeRow& row);
/// The row that a SELECT of takeColumns() stands at. Values that make no sense are replaced by the nearest that do.
[[nodiscard]] TakeRow takeRowAt(const QSqlQuery& query);

} // namespace parley::ui
