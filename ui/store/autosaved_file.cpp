// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/autosaved_file.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFuture>
#include <QJsonDocument>
#include <QSaveFile>
#include <QtConcurrent>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

namespace parley::ui {

namespace {

constexpr int kDelayMs = 300;
constexpr qint64 kMostBytes = qint64{64} << 20U;

/// Any thread. Why the file could not be written; empty if it was.
QString writeWhole(const QString& path, const QJsonObject& contents) {
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return file.errorString();
    }
    file.write(QJsonDocument(contents).toJson());
    return file.commit() ? QString() : file.errorString();
}

/// Only a regular file of sensible size is opened: a pipe would never end.
std::optional<QJsonObject> readObject(const QFileInfo& info) {
    QFile file(info.filePath());
    if (!info.isFile() || info.size() > kMostBytes || !file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QJsonDocument document = QJsonDocument::fromJson(file.read(kMostBytes));
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

QString unusedNameBeside(const QFileInfo& info) {
    const QString stamp = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-hhmmss"));
    const QString start = info.dir().filePath(info.completeBaseName() + QStringLiteral(".damaged-") + stamp);
    const QString suffix = info.suffix().isEmpty() ? QString() : QLatin1Char('.') + info.suffix();
    QString name = start + suffix;
    for (int i = 2; QFileInfo::exists(name); ++i) {
        name = start + QLatin1Char('-') + QString::number(i) + suffix;
    }
    return name;
}

} // namespace

QJsonObject withChanges(QJsonObject contents, const QJsonObject& before, const QJsonObject& now) {
    for (auto member = now.begin(); member != now.end(); ++member) {
        const QString key = member.key();
        const QJsonValue old = before.value(key);
        if (old == member.value()) {
            continue;
        }
        if (member->isObject()) {
            contents[key] = withChanges(contents.value(key).toObject(), old.toObject(), member->toObject());
        } else {
            contents[key] = member.value();
        }
    }
    for (auto member = before.begin(); member != before.end(); ++member) {
        if (!now.contains(member.key())) {
            contents.remove(member.key());
        }
    }
    return contents;
}

AutosavedFile::AutosavedFile(QString path, QString versionKey, int version, QObject* parent)
    : QObject(parent), m_path(std::move(path)), m_versionKey(std::move(versionKey)), m_version(version) {
    m_writer.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelayMs);
    connect(&m_timer, &QTimer::timeout, this, &AutosavedFile::startWriting);
}

AutosavedFile::~AutosavedFile() {
    const QSignalBlocker noListenerIsLeft(this);
    flush();
}

QJsonObject AutosavedFile::load() {
    const QFileInfo info(m_path);
    m_contents = {{m_versionKey, m_version}};
    if (!info.exists()) {
        return {};
    }
    const std::optional<QJsonObject> read = readObject(info);
    const double version = read ? read->value(m_versionKey).toDouble() : 0;
    if (version < 1) {
        return putAside();
    }
    m_contents = *read;
    if (version > m_version) {
        m_loadNotice =
            tr("%1 was written by a newer version of Parley. What this version doesn't know is left as it is.")
                .arg(QDir::toNativeSeparators(m_path));
    }
    return m_contents;
}

QJsonObject AutosavedFile::putAside() {
    const QString aside = unusedNameBeside(QFileInfo(m_path));
    std::error_code error;
    std::filesystem::rename(m_path.toStdU16String(), aside.toStdU16String(), error);
    m_writable = !error;
    m_loadNotice = m_writable ? tr("%1 could not be understood. It was put aside as %2, and Parley starts afresh.")
                                    .arg(QDir::toNativeSeparators(m_path), QFileInfo(aside).fileName())
                              : tr("%1 could not be understood and is left as it is. Changes last until Parley ends.")
                                    .arg(QDir::toNativeSeparators(m_path));
    return {};
}

void AutosavedFile::save(const QJsonObject& before, const QJsonObject& now) {
    m_contents = withChanges(m_contents, before, now);
    m_unsaved = true;
    if (m_writable && !m_writing && !m_timer.isActive()) {
        m_timer.start();
    }
}

void AutosavedFile::startWriting() {
    m_unsaved = false;
    m_writing = true;
    QtConcurrent::run(&m_writer, writeWhole, m_path, m_contents).then(this, [this](const QString& error) {
        // flush() may have written since, and knows better.
        if (m_writing) {
            m_writing = false;
            heard(error);
        }
    });
}

void AutosavedFile::heard(const QString& writeError) {
    if (writeError.isEmpty() && m_unsaved) {
        m_timer.start();
    }
    // What could not be written is tried again with the next change, and at the end.
    m_unsaved = m_unsaved || !writeError.isEmpty();
    const QString notice = writeError.isEmpty() ? QString()
                                                : tr("%1 can't be written (%2). Changes last until Parley ends.")
                                                      .arg(QDir::toNativeSeparators(m_path), writeError);
    if (std::exchange(m_writeNotice, notice) != notice) {
        Q_EMIT noticeChanged();
    }
}

bool AutosavedFile::flush() {
    m_timer.stop();
    m_writer.waitForDone();
    const bool unheard = std::exchange(m_writing, false);
    if ((m_unsaved || unheard) && m_writable) {
        m_unsaved = false;
        heard(writeWhole(m_path, m_contents));
    }
    return m_writable && m_writeNotice.isEmpty();
}

QString AutosavedFile::notice() const {
    return m_loadNotice.isEmpty() || m_writeNotice.isEmpty() ? m_loadNotice + m_writeNotice
                                                             : m_loadNotice + QLatin1Char('\n') + m_writeNotice;
}

} // namespace parley::ui
