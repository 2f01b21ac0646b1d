// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "downloads/download_progress.h"
#include "downloads/hub_settings.h"
#include "downloads/nudge.h"

#include <QCoroTask>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <chrono>
#include <functional>
#include <memory>

namespace parley::ui {

/// How a download behaves where tests want it otherwise.
struct FetchRules {
    /// How long to wait before the n-th try in a row that brought nothing, n from 1.
    std::function<std::chrono::milliseconds(int)> waitBefore = [](int attempt) {
        return std::chrono::seconds(1 << std::min(attempt - 1, 5));
    };
    int mostTries = 7;                               ///< in a row that brought nothing: about a minute
    std::chrono::milliseconds stallAfter{30'000};    ///< without a byte, before a connection is given up
    std::function<qint64(const QString&)> freeBytes; ///< of the disk that holds this folder
    QSslConfiguration ssl = QSslConfiguration::defaultConfiguration();
};

/// Deletes a reply once its signals have been handled.
struct ReplyDeleter {
    void operator()(QNetworkReply* reply) const {
        reply->abort();
        reply->deleteLater();
    }
};
using ReplyPtr = std::unique_ptr<QNetworkReply, ReplyDeleter>;

/// What the coroutines of one download share; lives until the last of them has ended. One thread, with an event loop.
class FetchContext {
public:
    FetchContext(HubSettings settings, FetchRules rules, std::function<void(const DownloadProgress&)> report);

    [[nodiscard]] const HubSettings& settings() const { return m_settings; }
    [[nodiscard]] const FetchRules& rules() const { return m_rules; }
    [[nodiscard]] Nudge& nudge() { return m_nudge; }

    /// Ends the download soon; what came is kept.
    void stop();
    [[nodiscard]] bool isStopped() const { return m_stopped; }

    /// Sends a request that follows no redirect; a token goes along to the endpoint alone. From the given byte on.
    [[nodiscard]] ReplyPtr send(const QByteArray& verb, const QUrl& url, qint64 from = 0);

    void report(const DownloadProgress& progress) const { m_report(progress); }

private:
    [[nodiscard]] QNetworkRequest requestFor(const QUrl& url) const;

    HubSettings m_settings;
    FetchRules m_rules;
    std::function<void(const DownloadProgress&)> m_report;
    Nudge m_nudge;
    bool m_stopped = false;
    QNetworkAccessManager m_manager;
};

using FetchPtr = std::shared_ptr<FetchContext>;

/// Waits until the reply's headers are there, or it has ended, or the download was stopped.
[[nodiscard]] QCoro::Task<void> answered(FetchPtr context, QNetworkReply* reply);
/// Waits for that long, or until the download was stopped.
[[nodiscard]] QCoro::Task<void> pauseFor(FetchPtr context, std::chrono::milliseconds time);

} // namespace parley::ui
