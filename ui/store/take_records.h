// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/take_opening.h"

#include <QHash>
#include <QString>
#include <memory>

namespace parley::ui {

/// The rows of the database, written as they change. A row that can't be written (a full disk, another program that
/// holds the database) is kept and written with the next one that can.
class TakeRecords {
public:
    explicit TakeRecords(OpenedTakes opened);
    TakeRecords(const TakeRecords&) = delete;
    TakeRecords& operator=(const TakeRecords&) = delete;
    ~TakeRecords(); ///< writes what still waits, if that can be done now

    void store(const TakeRow& row);
    void erase(TakeId id);
    [[nodiscard]] const QString& notice() const noexcept { return m_notice; }

private:
    void storeWaiting();

    std::unique_ptr<TakeDatabase> m_database;
    QHash<TakeId, TakeRow> m_waiting;
    QString m_openingNotice;
    QString m_notice;
};

} // namespace parley::ui
