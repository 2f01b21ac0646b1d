// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/take_opening.h"

#include "store/take_files.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringList>
#include <utility>

namespace parley::ui {

namespace {

using State = TakeDatabase::State;

QString addSentence(const QString& text, const QString& sentence) {
    return text.isEmpty() || sentence.isEmpty() ? text + sentence : text + QLatin1Char(' ') + sentence;
}

QString shownPath(const QString& path) {
    return QDir::toNativeSeparators(path);
}

/// Renames a database and the files that SQLite keeps beside it. Empty if that can't be done.
QString setAside(const QString& path) {
    const QFileInfo info(path);
    const QString stem =
        info.dir().absoluteFilePath(info.completeBaseName() + QStringLiteral("-damaged-") +
                                    QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-hhmmss")));
    QString aside = stem;
    for (int number = 2; QFile::exists(aside + QStringLiteral(".sqlite")); ++number) {
        aside = QStringLiteral("%1-%2").arg(stem).arg(number);
    }
    aside += QStringLiteral(".sqlite");
    if (!QFile::rename(path, aside)) {
        return {};
    }
    for (const char* suffix : {"-wal", "-shm"}) {
        QFile::rename(path + QLatin1String(suffix), aside + QLatin1String(suffix));
    }
    return aside;
}

/// One attempt to open the list of a folder.
class Opening {
public:
    explicit Opening(QString folder) : m_folder(std::move(folder)) {}

    OpenedTakes open() {
        QString path = QDir(m_folder).absoluteFilePath(QStringLiteral("takes.sqlite"));
        QDir().mkpath(m_folder);
        State state = load(path);
        if (state == State::Newer) {
            m_opened.notice = QCoreApplication::translate(
                "TakeLibrary", "The list of takes was written by a newer version of Parley and is left as it is. "
                               "This version keeps a list of its own.");
            path = QDir(m_folder).absoluteFilePath(QStringLiteral("takes-1.sqlite"));
            state = load(path);
        }
        if (state == State::Damaged) {
            state = replace(path);
        }
        if (state != State::Ready) {
            useMemory(path);
        } else if (m_opened.database->isNew()) {
            rebuild();
        }
        return std::move(m_opened);
    }

private:
    State load(const QString& path) {
        State state = m_opened.database->open(path);
        if (state == State::Ready) {
            const std::optional<QList<TakeRow>> rows = m_opened.database->rows();
            m_opened.rows = rows.value_or(QList<TakeRow>());
            state = rows ? State::Ready : State::Damaged;
        }
        return state;
    }

    State replace(const QString& path) {
        m_opened.database->close();
        const QString aside = setAside(path);
        if (aside.isEmpty()) {
            return State::Unusable;
        }
        m_isReplaced = true;
        m_opened.notice =
            addSentence(m_opened.notice,
                        QCoreApplication::translate("TakeLibrary", "The list of takes was damaged. It is kept as %1.")
                            .arg(QFileInfo(aside).fileName()));
        return load(path);
    }

    void rebuild() {
        m_opened.rows = takesInFiles(m_folder);
        if (!m_opened.rows.isEmpty() || m_isReplaced) {
            m_opened.notice =
                addSentence(m_opened.notice,
                            QCoreApplication::translate("TakeLibrary", "%n take(s) were found by their sound files.",
                                                        nullptr, static_cast<int>(m_opened.rows.size())));
        }
        static_cast<void>(m_opened.database->storeAll(m_opened.rows)); // each is stored again when it changes
    }

    void useMemory(const QString& path) {
        const QString why = m_opened.database->problem();
        m_opened.rows.clear();
        if (m_opened.database->openReadOnly(path) == State::Ready) {
            m_opened.rows = m_opened.database->rows().value_or(QList<TakeRow>());
        }
        if (m_opened.rows.isEmpty()) {
            m_opened.rows = takesInFiles(m_folder);
        }
        static_cast<void>(m_opened.database->open(QStringLiteral(":memory:")));
        static_cast<void>(m_opened.database->storeAll(m_opened.rows));
        m_opened.notice = addSentence(
            m_opened.notice,
            QCoreApplication::translate("TakeLibrary",
                                        "The list of takes in %1 can't be written (%2). What you change and make now "
                                        "is kept in memory only; choose another folder for takes or export them.")
                .arg(shownPath(m_folder), why));
    }

    QString m_folder;
    OpenedTakes m_opened{std::make_unique<TakeDatabase>(), {}, {}};
    bool m_isReplaced = false;
};

} // namespace

OpenedTakes openTakes(const QString& folder) {
    return Opening(folder).open();
}

} // namespace parley::ui
