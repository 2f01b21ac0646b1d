// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/take_database.h"

#include "store/take_table.h"

#include <QSqlError>
#include <QUrl>
#include <QUuid>
#include <QVariant>

namespace parley::ui {

namespace {

constexpr int kVersion = 1;
constexpr int kApplicationId = 0x50724C79; // "PrLy"
constexpr int kKindMask = 0xFF;            // the low byte of an SQLite code is its kind
constexpr int kCorrupt = 11;
constexpr int kNotADatabase = 26;

} // namespace

TakeDatabase::TakeDatabase() : m_name(QStringLiteral("parley-takes-") + QUuid::createUuid().toString()) {}

TakeDatabase::~TakeDatabase() {
    close();
}

void TakeDatabase::close() {
    m_store.reset();
    m_erase.reset();
    m_isNew = false;
    if (m_connection.isValid()) {
        m_connection.close();
        m_connection = {};
        QSqlDatabase::removeDatabase(m_name);
    }
}

bool TakeDatabase::connect(const QString& path, const QString& options) {
    close();
    m_connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    m_connection.setDatabaseName(path);
    m_connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000;") + options);
    if (!m_connection.open()) {
        m_problem = m_connection.lastError().text();
        return false;
    }
    return true;
}

TakeDatabase::State TakeDatabase::open(const QString& path) {
    m_failed.reset();
    if (!connect(path, {})) {
        return State::Unusable;
    }
    State state = inspect();
    if (state == State::Ready) {
        // Another program that has the file open may refuse the change; the older kind of journal works, too.
        static_cast<void>(ask(QStringLiteral("PRAGMA journal_mode = WAL")));
        m_failed.reset();
        state = prepare();
    }
    return state;
}

TakeDatabase::State TakeDatabase::openReadOnly(const QString& path) {
    m_failed.reset();
    const QString address = QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded(QUrl::FullyEncoded));
    if (!connect(address + QStringLiteral("?immutable=1"), QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"))) {
        return State::Unusable;
    }
    return inspect();
}

/// Reads, and changes nothing.
TakeDatabase::State TakeDatabase::inspect() {
    const int tables = ask(QStringLiteral("SELECT count(*) FROM sqlite_master")).toInt();
    const int application = ask(QStringLiteral("PRAGMA application_id")).toInt();
    const int version = ask(QStringLiteral("PRAGMA user_version")).toInt();
    if (m_failed) {
        return *m_failed;
    }
    m_isNew = tables == 0;
    if (m_isNew) {
        return State::Ready;
    }
    if (application != kApplicationId || version < 1) {
        return State::Damaged;
    }
    if (version > kVersion) {
        return State::Newer;
    }
    const bool sound = ask(QStringLiteral("PRAGMA quick_check(1)")).toString() == QLatin1String("ok");
    return sound ? State::Ready : m_failed.value_or(State::Damaged);
}

/// Writes something in any case, so that a file which can't be written is known from the beginning.
TakeDatabase::State TakeDatabase::prepare() {
    const bool written =
        run(QStringLiteral("PRAGMA synchronous = NORMAL")) && run(QStringLiteral("BEGIN IMMEDIATE")) &&
        (!ask(QStringLiteral("SELECT count(*) FROM sqlite_master")).toBool() ? run(takeTableStatement()) : true) &&
        run(QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId)) &&
        run(QStringLiteral("PRAGMA user_version = %1").arg(kVersion)) && run(QStringLiteral("COMMIT"));
    if (!written) {
        return m_failed.value_or(State::Unusable);
    }
    m_store.emplace(m_connection);
    m_erase.emplace(m_connection);
    const QString values = QStringLiteral("?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?");
    const bool prepared =
        m_store->prepare(QStringLiteral("INSERT OR REPLACE INTO takes (%1) VALUES (%2)").arg(takeColumns(), values)) &&
        m_erase->prepare(QStringLiteral("DELETE FROM takes WHERE id = ?"));
    return prepared ? State::Ready : State::Damaged; // the table has other columns
}

bool TakeDatabase::run(const QString& statement) {
    QSqlQuery query(m_connection);
    if (!query.exec(statement)) {
        m_failed = failure(query.lastError());
        return false;
    }
    return true;
}

QVariant TakeDatabase::ask(const QString& statement) {
    QSqlQuery query(m_connection);
    if (!query.exec(statement) || !query.next()) {
        m_failed = failure(query.lastError());
        return {};
    }
    return query.value(0);
}

TakeDatabase::State TakeDatabase::failure(const QSqlError& error) {
    m_problem = error.databaseText();
    const int kind = error.nativeErrorCode().toInt() & kKindMask;
    return kind == kCorrupt || kind == kNotADatabase ? State::Damaged : State::Unusable;
}

std::optional<QList<TakeRow>> TakeDatabase::rows() {
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    if (!query.prepare(QStringLiteral("SELECT %1 FROM takes").arg(takeColumns())) || !query.exec()) {
        m_problem = query.lastError().databaseText();
        return std::nullopt;
    }
    QList<TakeRow> rows;
    while (query.next()) {
        rows += takeRowAt(query);
    }
    if (query.lastError().isValid()) {
        m_problem = query.lastError().databaseText();
        return std::nullopt;
    }
    return rows;
}

bool TakeDatabase::store(const TakeRow& row) {
    if (!m_store) { // not even one in memory could be opened: there is no SQLite
        return false;
    }
    const QList<QVariant> values = takeValues(row);
    for (qsizetype i = 0; i < values.size(); ++i) {
        m_store->bindValue(static_cast<int>(i), values[i]);
    }
    const bool stored = m_store->exec();
    if (!stored) {
        m_problem = m_store->lastError().databaseText();
    }
    m_store->finish(); // lets go of the read lock
    return stored;
}

bool TakeDatabase::storeAll(const QList<TakeRow>& rows) {
    bool stored = m_connection.transaction();
    for (const TakeRow& row : rows) {
        stored = stored && store(row);
    }
    if (!stored) {
        m_connection.rollback();
    }
    return stored && m_connection.commit();
}

bool TakeDatabase::erase(TakeId id) {
    if (!m_erase) {
        return false;
    }
    m_erase->bindValue(0, id);
    const bool erased = m_erase->exec();
    m_erase->finish();
    return erased;
}

} // namespace parley::ui
