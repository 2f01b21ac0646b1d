// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "downloads/listing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace parley::ui {

namespace {

constexpr qint64 kMostBytes = qint64{8} << 20U;

ListedFile listedFile(const QJsonObject& object) {
    ListedFile file;
    file.path = object.value(QLatin1String("rfilename")).toString();
    file.bytes = object.value(QLatin1String("size")).toInteger(-1);
    const QJsonObject large = object.value(QLatin1String("lfs")).toObject();
    file.sha256 = large.value(QLatin1String("sha256")).toString().toLatin1();
    file.bytes = large.value(QLatin1String("size")).toInteger(file.bytes);
    if (file.sha256.size() != 64) {
        file.sha256.clear();
    }
    return file;
}

} // namespace

Result<CatalogueEntry> readListing(const QByteArray& json, CatalogueEntry entry) {
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    QList<ListedFile> all;
    for (const QJsonValue value : root.value(QLatin1String("siblings")).toArray()) {
        all.append(listedFile(value.toObject()));
    }
    if (all.isEmpty()) {
        return Error{ErrorCode::NetworkFailed, verbatim(entry.repository.toStdString()),
                     phrase("the hub's list of its files can't be understood"), phrase("try again later")};
    }
    const Result<QList<CatalogueFile>> files = neededFiles(entry.repository, all);
    if (!files) {
        return files.error();
    }
    entry.files = files.value();
    const QString commit = root.value(QLatin1String("sha")).toString();
    if (isSafeId(commit)) {
        entry.revision = commit;
    }
    return entry;
}

QCoro::Task<Fetched<CatalogueEntry>> listRepository(FetchPtr context, CatalogueEntry entry) {
    const QUrl url = listingUrl(context->settings(), entry);
    Fetched<QByteArray> text = co_await fetchText(context, url, kMostBytes);
    if (auto* const fault = std::get_if<TransferFault>(&text)) {
        co_return *fault;
    }
    const Result<CatalogueEntry> listed = readListing(std::get<QByteArray>(text), entry);
    if (!listed) {
        co_return TransferFault{listed.error()};
    }
    co_return listed.value();
}

} // namespace parley::ui
