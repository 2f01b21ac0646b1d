// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/take.h"

#include <QList>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <optional>

namespace parley::ui {

/// A take as the database keeps it. Take::soundFile isn't kept: it follows from `file` and what is on the disk.
struct TakeRow {
    Take take;
    QString file;         ///< name of its sound file and part file, without folder and suffix
    bool removed = false; ///< its sound leaves the disk when undo is over
};

/// The table of takes in an SQLite file. Other programs may have the file open at the same time. One thread.
class TakeDatabase {
public:
    enum class State {
        Ready,
        Damaged,  ///< not SQLite, broken, or a table of somebody else's
        Newer,    ///< written by a later version of this program
        Unusable, ///< can't be opened or written just now; problem() tells why
    };

    TakeDatabase();
    ~TakeDatabase();
    TakeDatabase(const TakeDatabase&) = delete;
    TakeDatabase& operator=(const TakeDatabase&) = delete;

    /// Makes the file and its table where they are missing; ":memory:" is no file. Closes what was open before.
    [[nodiscard]] State open(const QString& path);
    /// Writes nothing at all, not even the files that SQLite usually puts beside a database.
    [[nodiscard]] State openReadOnly(const QString& path);
    void close();

    [[nodiscard]] bool isNew() const noexcept { return m_isNew; } ///< open() made the table
    [[nodiscard]] const QString& problem() const noexcept { return m_problem; }

    /// Values that make no sense are replaced by the nearest ones that do. Nothing if the file is damaged.
    [[nodiscard]] std::optional<QList<TakeRow>> rows();
    /// Adds a row or replaces the one with its id.
    [[nodiscard]] bool store(const TakeRow& row);
    [[nodiscard]] bool storeAll(const QList<TakeRow>& rows);
    [[nodiscard]] bool erase(TakeId id);

private:
    [[nodiscard]] bool connect(const QString& path, const QString& options);
    [[nodiscard]] State inspect();
    [[nodiscard]] State prepare();
    [[nodiscard]] bool run(const QString& statement);
    [[nodiscard]] QVariant ask(const QString& statement);
    [[nodiscard]] State failure(const QSqlError& error);

    QString m_name; ///< of the connection
    QSqlDatabase m_connection;
    std::optional<QSqlQuery> m_store;
    std::optional<QSqlQuery> m_erase;
    std::optional<State> m_failed; ///< of the last run() or ask()
    QString m_problem;
    bool m_isNew = false;
};

} // namespace parley::ui
