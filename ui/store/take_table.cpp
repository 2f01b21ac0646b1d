// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/take_table.h"

#include "store/take_files.h"

namespace parley::ui {

namespace {

/// A null QString would be bound as NULL.
QString text(const QString& value) {
    return value.isNull() ? QStringLiteral("") : value;
}

} // namespace

const QString& takeTableStatement() {
    static const QString statement = QStringLiteral(
        "CREATE TABLE takes (id INTEGER PRIMARY KEY, made INTEGER NOT NULL, state INTEGER NOT NULL, recipe TEXT NOT "
        "NULL, problem TEXT NOT NULL, file TEXT NOT NULL, seconds REAL NOT NULL, steps INTEGER NOT NULL, speed REAL "
        "NOT NULL, starred INTEGER NOT NULL, name TEXT NOT NULL, note TEXT NOT NULL, removed INTEGER NOT NULL)");
    return statement;
}

const QString& takeColumns() {
    static const QString names =
        QStringLiteral("id, made, state, recipe, problem, file, seconds, steps, speed, starred, name, note, removed");
    return names;
}

TakeRow takeRowAt(const QSqlQuery& query) {
    TakeRow row;
    Take& take = row.take;
    take.id = query.value(0).toLongLong();
    take.made = QDateTime::fromMSecsSinceEpoch(query.value(1).toLongLong(), Qt::UTC);
    take.state = takeStateFrom(query.value(2).toInt());
    take.recipe = recipeFromJson(query.value(3).toString().toUtf8()).value_or(Recipe{});
    take.problem = query.value(4).toString();
    row.file = isTakeFileName(query.value(5).toString()) ? query.value(5).toString() : QString();
    take.seconds = soundSeconds(query.value(6).toDouble());
    take.steps = query.value(7).toLongLong();
    take.speed = takeSpeed(query.value(8).toDouble());
    take.starred = query.value(9).toBool();
    take.name = query.value(10).toString();
    take.note = query.value(11).toString();
    row.removed = query.value(12).toBool();
    return row;
}

QList<QVariant> takeValues(const TakeRow& row) {
    const Take& take = row.take;
    return {take.id,
            take.made.toMSecsSinceEpoch(),
            static_cast<int>(take.state),
            QString::fromUtf8(toJson(take.recipe)),
            text(take.problem),
            text(row.file),
            take.seconds,
            take.steps,
            take.speed,
            take.starred,
            text(take.name),
            text(take.note),
            row.removed};
}

} // namespace parley::ui
