// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/take_records.h"

#include <QCoreApplication>
#include <utility>

namespace parley::ui {

TakeRecords::TakeRecords(OpenedTakes opened)
    : m_database(std::move(opened.database)), m_openingNotice(opened.notice), m_notice(opened.notice) {}

TakeRecords::~TakeRecords() {
    storeWaiting();
}

void TakeRecords::store(const TakeRow& row) {
    m_waiting.insert(row.take.id, row);
    storeWaiting();
}

void TakeRecords::storeWaiting() {
    for (auto waiting = m_waiting.begin(); waiting != m_waiting.end();) {
        if (!m_database->store(*waiting)) {
            m_notice = QCoreApplication::translate("TakeLibrary",
                                                   "The list of takes can't be saved just now (%1). Changes are kept "
                                                   "in memory and saved as soon as that is possible.")
                           .arg(m_database->problem());
            return;
        }
        waiting = m_waiting.erase(waiting);
    }
    m_notice = m_openingNotice;
}

void TakeRecords::erase(TakeId id) {
    m_waiting.remove(id);
    static_cast<void>(m_database->erase(id)); // a row that stays is marked as removed and goes at the next start
}

} // namespace parley::ui
