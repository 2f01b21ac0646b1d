// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "downloads/hub_settings.h"

#include <QFile>
#include <QHostAddress>
#include <algorithm>

namespace parley::ui {

namespace {

constexpr qint64 kMostTokenBytes = 1024;

QString firstOf(const QProcessEnvironment& environment, std::initializer_list<const char*> names) {
    for (const char* const name : names) {
        if (const QString value = environment.value(QLatin1String(name)).trimmed(); !value.isEmpty()) {
            return value;
        }
    }
    return {};
}

/// What could end the header's line is no token.
QByteArray cleanToken(const QByteArray& text) {
    const QByteArray token = text.trimmed();
    const bool isClean = std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < '\x7f'; });
    return isClean ? token : QByteArray();
}

QByteArray tokenFrom(const QProcessEnvironment& environment, const QString& home) {
    const QString given = firstOf(environment, {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"});
    if (!given.isEmpty()) {
        return cleanToken(given.toUtf8());
    }
    QString path = firstOf(environment, {"HF_TOKEN_PATH"});
    if (path.isEmpty()) {
        QString folder = firstOf(environment, {"HF_HOME"});
        if (folder.isEmpty()) {
            const QString cache = firstOf(environment, {"XDG_CACHE_HOME"});
            folder = (cache.isEmpty() ? home + QStringLiteral("/.cache") : cache) + QStringLiteral("/huggingface");
        }
        path = folder + QStringLiteral("/token");
    }
    if (path.startsWith(QLatin1String("~/"))) {
        path.replace(0, 1, home);
    }
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? cleanToken(file.read(kMostTokenBytes)) : QByteArray();
}

bool isTrue(const QString& value) {
    return QStringList{"1", "on", "yes", "true"}.contains(value.toLower());
}

bool isLoopback(const QUrl& url) {
    const QHostAddress address(url.host());
    return address.isLoopback() || url.host() == QLatin1String("localhost");
}

/// Names a host, and nobody's password.
bool isServer(const QUrl& url) {
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty();
}

int portOf(const QUrl& url) {
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

} // namespace

HubSettings hubSettings(const QProcessEnvironment& environment, const QString& home) {
    HubSettings settings;
    if (const QString endpoint = firstOf(environment, {"HF_ENDPOINT"}); !endpoint.isEmpty()) {
        settings.endpoint = QUrl(endpoint, QUrl::StrictMode).adjusted(QUrl::StripTrailingSlash);
    }
    settings.token = tokenFrom(environment, home);
    settings.isOffline = isTrue(firstOf(environment, {"HF_HUB_OFFLINE"}));
    settings.allowsPlainLoopback = isTrue(firstOf(environment, {"PARLEY_PLAIN_LOOPBACK"}));
    return settings;
}

std::optional<Error> objectionTo(const QUrl& url, const HubSettings& settings) {
    if (isSameServer(url, settings.endpoint) && !isServer(settings.endpoint)) {
        return Error{ErrorCode::NetworkFailed, verbatim("HF_ENDPOINT"), phrase("is no address of a server"),
                     phrase("set it to one such as https://huggingface.co, or unset it")};
    }
    const Phrase subject = verbatim(url.adjusted(QUrl::RemoveQuery | QUrl::RemoveUserInfo).toString().toStdString());
    if (!isServer(url)) {
        return Error{ErrorCode::NetworkFailed, subject, phrase("is no address that can be asked"), {}};
    }
    if (url.scheme() == QLatin1String("https") ||
        (url.scheme() == QLatin1String("http") && settings.allowsPlainLoopback && isLoopback(url))) {
        return std::nullopt;
    }
    return Error{ErrorCode::NetworkFailed, subject,
                 phrase("is not encrypted (https), so anybody could change the file"),
                 phrase("try another network, or look at HF_ENDPOINT")};
}

Result<QUrl> nextHop(const QUrl& from, const QByteArray& location, const HubSettings& settings) {
    const QUrl relative = QUrl::fromEncoded(location, QUrl::StrictMode);
    const QUrl next = from.resolved(relative).adjusted(QUrl::RemoveFragment);
    if (location.isEmpty() || !relative.isValid()) {
        return Error{ErrorCode::NetworkFailed, verbatim(from.host().toStdString()), phrase("sends us on to nowhere"),
                     phrase("try again later")};
    }
    if (std::optional<Error> objection = objectionTo(next, settings)) {
        return *objection;
    }
    return next;
}

bool isSameServer(const QUrl& a, const QUrl& b) {
    return a.scheme() == b.scheme() && a.host() == b.host() && portOf(a) == portOf(b);
}

QUrl fileUrl(const HubSettings& settings, const CatalogueEntry& entry, const CatalogueFile& file) {
    if (!file.url.isEmpty()) {
        return file.url;
    }
    QUrl url = settings.endpoint;
    url.setPath(url.path() + QLatin1Char('/') + entry.repository + QStringLiteral("/resolve/") + entry.revision +
                QLatin1Char('/') + file.path);
    return url;
}

QUrl listingUrl(const HubSettings& settings, const CatalogueEntry& entry) {
    QUrl url = settings.endpoint;
    url.setPath(url.path() + QStringLiteral("/api/models/") + entry.repository + QStringLiteral("/revision/") +
                entry.revision);
    url.setQuery(QStringLiteral("blobs=true"));
    return url;
}

} // namespace parley::ui
