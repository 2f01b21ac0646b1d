// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/hub/http_server.h"

#include <QMutex>
#include <QString>
#include <QUrl>
#include <map>

namespace parley::test {

/// A request that the hub or its CDN had, and what was answered.
struct SeenRequest {
    bool isCdn = false;
    HttpRequest request;
    int status = 0;

    [[nodiscard]] bool hasToken() const { return request.headers.contains("authorization"); }
};

/// A file that the hub has.
struct HubFile {
    std::function<QByteArray(qint64 from, qint64 count)> bytes;
    qint64 size = 0;
    QByteArray sha256;
    QByteArray gitSha1;
    bool isLarge = true; ///< large ones lie with the CDN and have a SHA-256
};

/// The hub's protocol on two ports of this machine: lists, HEAD with X-Linked-* and the way to a CDN whose links
/// expire, ranges, a hop within the hub for small files and for repositories that were renamed.
class FakeHub {
public:
    explicit FakeHub(const std::optional<QSslConfiguration>& tls = {});

    void add(const QByteArray& repository, const QByteArray& path, const QByteArray& text, bool isLarge = true);
    /// All files of a folder; those in JSON are small ones.
    void addFolder(const QByteArray& repository, const QString& folder);
    /// Content made up of a seed, so that a large file costs no memory.
    void addGenerated(const QByteArray& repository, const QByteArray& path, qint64 size, quint32 seed);
    void rename(const QByteArray& from, const QByteArray& to);
    [[nodiscard]] HubFile file(const QByteArray& repository, const QByteArray& path);

    [[nodiscard]] QUrl endpoint() const;
    [[nodiscard]] QUrl cdn() const;

    /// Changes answers before they go out; called on a server's thread, one call at a time.
    using Mischief = std::function<void(const SeenRequest&, HttpAnswer&)>;
    void setMischief(Mischief mischief);
    /// Links that were given until now are of no use.
    void expireLinks();

    [[nodiscard]] QList<SeenRequest> seen();
    void forget();

private:
    HttpAnswer answer(bool isCdn, const HttpRequest& request);
    HttpAnswer answerHub(const HttpRequest& request);
    HttpAnswer answerCdn(const HttpRequest& request);
    HttpAnswer listing(const QByteArray& repository);
    HttpAnswer resolve(const HttpRequest& request, const QByteArray& repository, const QByteArray& path, bool isInner);

    QMutex m_mutex;
    std::map<QByteArray, std::map<QByteArray, HubFile>> m_repositories;
    std::map<QByteArray, QByteArray> m_renamed;
    QList<SeenRequest> m_seen;
    Mischief m_mischief;
    int m_signature = 1;
    QByteArray m_scheme;
    HttpServer m_cdn;
    HttpServer m_hub;
};

} // namespace parley::test
