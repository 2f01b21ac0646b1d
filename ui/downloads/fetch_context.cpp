// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "downloads/fetch_context.h"

#include <QDeadlineTimer>
#include <QNetworkProxyFactory>
#include <QNetworkRequest>
#include <QStorageInfo>
#include <QTimer>

namespace parley::ui {

namespace {

constexpr qint64 kReadBuffer = qint64{1} << 20U; // bounds the memory, whatever the disk's speed

/// The system's proxies for this download alone: nothing of the program's is changed.
class SystemProxies : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override { return systemProxyForQuery(query); }
};

qint64 freeOnDisk(const QString& folder) {
    return QStorageInfo(folder).bytesAvailable();
}

} // namespace

FetchContext::FetchContext(HubSettings settings, FetchRules rules, std::function<void(const DownloadProgress&)> report)
    : m_settings(std::move(settings)), m_rules(std::move(rules)), m_report(std::move(report)) {
    m_manager.setProxyFactory(new SystemProxies); // the manager deletes it
    if (!m_rules.freeBytes) {
        m_rules.freeBytes = &freeOnDisk;
    }
}

void FetchContext::stop() {
    m_stopped = true;
    m_nudge.give();
}

QNetworkRequest FetchContext::requestFor(const QUrl& url) const {
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // Over HTTP/2 Qt 6.4 takes in what the server sends, whatever the read buffer's size.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("User-Agent", "parley");
    // Sizes and ranges count bytes of the file itself.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setTransferTimeout(static_cast<int>(m_rules.stallAfter.count()));
    request.setSslConfiguration(m_rules.ssl);
    if (!m_settings.token.isEmpty() && isSameServer(url, m_settings.endpoint)) {
        request.setRawHeader("Authorization", "Bearer " + m_settings.token);
    }
    return request;
}

ReplyPtr FetchContext::send(const QByteArray& verb, const QUrl& url, qint64 from) {
    QNetworkRequest request = requestFor(url);
    if (from > 0) {
        request.setRawHeader("Range", "bytes=" + QByteArray::number(from) + "-");
    }
    ReplyPtr reply(verb == "HEAD" ? m_manager.head(request) : m_manager.get(request));
    reply->setReadBufferSize(kReadBuffer);
    const auto nudge = [this] { m_nudge.give(); };
    QObject::connect(reply.get(), &QNetworkReply::metaDataChanged, &m_nudge, nudge);
    QObject::connect(reply.get(), &QNetworkReply::readyRead, &m_nudge, nudge);
    QObject::connect(reply.get(), &QNetworkReply::finished, &m_nudge, nudge);
    return reply;
}

QCoro::Task<void> answered(FetchPtr context, QNetworkReply* reply) {
    while (!context->isStopped() && !reply->isFinished() &&
           !reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid()) {
        co_await context->nudge().next();
    }
}

QCoro::Task<void> pauseFor(FetchPtr context, std::chrono::milliseconds time) {
    const QDeadlineTimer deadline(time);
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &context->nudge(),
                     [context = context.get()] { context->nudge().give(); });
    do {
        timer.start(std::chrono::milliseconds(std::max<qint64>(deadline.remainingTime(), 0)));
        co_await context->nudge().next();
    } while (!context->isStopped() && !deadline.hasExpired());
}

} // namespace parley::ui
