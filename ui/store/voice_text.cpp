// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/voice_text.h"

#include "store/voice_files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStringDecoder>

namespace parley::ui {

namespace {

constexpr qint64 kMostTextBytes = qint64{64} << 10U;
constexpr qsizetype kLongestName = 80;

QString say(const char* text) {
    return QCoreApplication::translate("VoiceText", text);
}

QByteArray readSmallFile(const QString& path) {
    QFile file(path);
    // Opening a pipe could wait forever.
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) ? file.read(kMostTextBytes + 1) : QByteArray();
}

Result<std::monostate> writeWhole(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) {
        return std::monostate{};
    }
    const ErrorCode code = file.error() == QFileDevice::ResourceError ? ErrorCode::DiskFull : ErrorCode::FileUnwritable;
    return Error{code, toPath(path), verbatim(file.errorString().toStdString()), {}};
}

/// What can't be read here may still be dear to somebody.
void keepAside(const QString& path) {
    if (QFile::exists(path)) {
        QFile::rename(path, path + QStringLiteral(".bak"));
    }
}

/// What other programs wrote into NAME.json stays there.
QByteArray detailsJson(const QString& path, const VoiceText& text) {
    const QJsonDocument before = QJsonDocument::fromJson(readSmallFile(path));
    if (!before.isObject()) {
        keepAside(path);
    }
    QJsonObject object = before.object();
    object.insert(QLatin1String("name"), text.name);
    object.insert(QLatin1String("speaker1"), text.speaker1);
    object.insert(QLatin1String("speaker2"), text.speaker2);
    return QJsonDocument(object).toJson();
}

} // namespace

Transcript readTranscript(const QString& path) {
    if (path.isEmpty() || !QFile::exists(path)) {
        return {{}, say(QT_TRANSLATE_NOOP("VoiceText", "It has no text yet: write down what is said in it."))};
    }
    const QByteArray bytes = readSmallFile(path);
    if (bytes.size() > kMostTextBytes) {
        return {{}, say(QT_TRANSLATE_NOOP("VoiceText", "Its text file is too large to be what is said in it."))};
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar(QChar::Null))) {
        return {{}, say(QT_TRANSLATE_NOOP("VoiceText", "Its text file is not plain text in UTF-8."))};
    }
    const QString transcript = text.trimmed();
    return {transcript, transcript.isEmpty()
                            ? say(QT_TRANSLATE_NOOP("VoiceText", "Its text is empty: write down what is said in it."))
                            : QString()};
}

VoiceText readVoiceDetails(const QString& path) {
    const QJsonObject object = QJsonDocument::fromJson(readSmallFile(path)).object();
    const auto value = [&](const char* key) {
        return object.value(QLatin1String(key)).toString().simplified().left(kLongestName);
    };
    return {value("name"), {}, value("speaker1"), value("speaker2")};
}

Result<std::monostate> saveVoiceText(const QString& folder, const QString& id, const VoiceText& text) {
    const QString base = QDir(folder).absoluteFilePath(id);
    const QString transcript = base + QStringLiteral(".txt");
    const QString details = base + QStringLiteral(".json");
    if (!readTranscript(transcript).problem.isEmpty()) {
        keepAside(transcript);
    }
    const auto written = writeWhole(transcript, text.transcript.trimmed().toUtf8() + '\n');
    return written.ok() ? writeWhole(details, detailsJson(details, text)) : written;
}

} // namespace parley::ui
