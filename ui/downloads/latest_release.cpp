// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "downloads/latest_release.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace parley::ui {

namespace {

constexpr qint64 kMostBytes = qint64{1} << 20U;

} // namespace

Result<Release> readRelease(const QByteArray& json, const QUrl& address) {
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    QString tag = root.value(QLatin1String("tag_name")).toString();
    if (tag.startsWith(QLatin1Char('v'))) {
        tag.remove(0, 1);
    }
    qsizetype end = 0;
    const QVersionNumber version = QVersionNumber::fromString(tag, &end);
    const QUrl page(root.value(QLatin1String("html_url")).toString(), QUrl::StrictMode);
    // The page is opened by other programs, which do more with other kinds of addresses than to show them.
    if (version.isNull() || end != tag.size() || page.scheme() != QLatin1String("https") || page.host().isEmpty()) {
        return Error{ErrorCode::NetworkFailed, verbatim(address.host().toStdString()),
                     phrase("what it says about the newest version can't be understood"), phrase("try again later")};
    }
    return Release{version, page};
}

QCoro::Task<Fetched<Release>> latestRelease(FetchPtr context, QUrl address) {
    Fetched<QByteArray> text = co_await fetchText(context, address, kMostBytes);
    if (auto* const fault = std::get_if<TransferFault>(&text)) {
        co_return *fault;
    }
    const Result<Release> release = readRelease(std::get<QByteArray>(text), address);
    if (!release) {
        co_return TransferFault{release.error()};
    }
    co_return release.value();
}

} // namespace parley::ui
