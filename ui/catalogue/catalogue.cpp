// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/catalogue.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace parley::ui {

namespace {

constexpr int kSchema = 1;

bool matches(const QString& text, const char* pattern) {
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(pattern))).match(text).hasMatch();
}

/// Two entries of one id, or a codec that isn't there; empty if all is well.
std::string faultBetween(const QList<CatalogueEntry>& entries) {
    QSet<QString> codecs;
    QSet<QString> ids;
    for (const CatalogueEntry& entry : entries) {
        if (ids.contains(entry.id)) {
            return "two entries are called " + entry.id.toStdString();
        }
        ids.insert(entry.id);
        if (entry.kind == QLatin1String("codec")) {
            codecs.insert(entry.id);
        }
    }
    for (const CatalogueEntry& entry : entries) {
        if (!entry.codec.isEmpty() && !codecs.contains(entry.codec)) {
            return "there is no codec " + entry.codec.toStdString();
        }
    }
    return {};
}

Error corrupt(const std::string& detail) {
    return {ErrorCode::CheckpointCorrupt, phrase("the list of models"), {}, {}, detail};
}

QList<CatalogueEntry> readBuiltIn() {
    QFile file(QStringLiteral(":/parley/models.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("the catalogue of models was not built in");
    }
    const Result<QList<CatalogueEntry>> entries = readCatalogue(file.readAll());
    if (!entries) {
        qFatal("%s", entries.error().message().c_str());
    }
    return entries.value();
}

} // namespace

qint64 CatalogueEntry::totalBytes() const {
    qint64 total = 0;
    for (const CatalogueFile& file : files) {
        total += std::max<qint64>(file.bytes >= 0 ? file.bytes : file.about, 0);
    }
    return total;
}

bool isSafePath(const QString& path) {
    if (path.isEmpty() || path.size() > 240 || !matches(path, "[A-Za-z0-9_+@=,. ()/-]+")) {
        return false;
    }
    const QStringList parts = path.split(QLatin1Char('/'));
    return std::none_of(parts.begin(), parts.end(),
                        [](const QString& part) { return part.isEmpty() || part.startsWith(QLatin1Char('.')); });
}

bool isSafeId(const QString& id) {
    return id.size() <= 120 && matches(id, "[A-Za-z0-9_][A-Za-z0-9_.-]*");
}

bool isRepositoryName(const QString& text) {
    const QStringList parts = text.split(QLatin1Char('/'));
    return parts.size() == 2 && isSafeId(parts.first()) && isSafeId(parts.last());
}

bool isHexadecimal(const QString& text, qsizetype digits) {
    return text.size() == digits && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= QLatin1Char('0') && c <= QLatin1Char('9')) ||
                      (c >= QLatin1Char('a') && c <= QLatin1Char('f'));
           });
}

Result<QList<CatalogueEntry>> readCatalogue(const QByteArray& json) {
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    if (root.value(QLatin1String("schema")).toInt() != kSchema || !root.value(QLatin1String("entries")).isArray()) {
        return corrupt("it is no list of this schema");
    }
    QList<CatalogueEntry> entries;
    for (const QJsonValue value : root.value(QLatin1String("entries")).toArray()) {
        const Result<CatalogueEntry> entry = entryFromJson(value.toObject());
        if (!entry) {
            return entry.error();
        }
        entries.append(entry.value());
    }
    if (const std::string fault = faultBetween(entries); !fault.empty()) {
        return corrupt(fault);
    }
    return entries;
}

const QList<CatalogueEntry>& builtInCatalogue() {
    static const QList<CatalogueEntry> kEntries = readBuiltIn();
    return kEntries;
}

std::optional<CatalogueEntry> catalogueEntry(const QString& id) {
    for (const CatalogueEntry& entry : builtInCatalogue()) {
        if (entry.id == id) {
            return entry;
        }
    }
    return std::nullopt;
}

CatalogueEntry defaultEntry(const QString& kind) {
    for (const CatalogueEntry& entry : builtInCatalogue()) {
        if (entry.isDefault && entry.kind == kind) {
            return entry;
        }
    }
    return {};
}

} // namespace parley::ui
