// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "downloads/transfer_error.h"

#include <QNetworkReply>
#include <algorithm>

namespace parley::ui {

namespace {

constexpr int kMostWait = 300;

Phrase host(const QUrl& url) {
    return verbatim(url.host().toStdString());
}

TransferFault networkFault(const QUrl& url, Phrase problem, Phrase remedy, bool mayPass, std::string detail = {}) {
    return {Error{ErrorCode::NetworkFailed, host(url), std::move(problem), std::move(remedy), std::move(detail)},
            mayPass};
}

int retryAfter(const QNetworkReply& reply) {
    bool isNumber = false;
    const int seconds = reply.rawHeader("Retry-After").toInt(&isNumber);
    return isNumber ? std::clamp(seconds, 0, kMostWait) : 0;
}

std::optional<TransferFault> statusFault(const FetchContext& context, const QNetworkReply& reply, int status) {
    const QUrl url = reply.url();
    const bool isHub = isSameServer(url, context.settings().endpoint);
    if (!isHub && (status == 401 || status == 403 || status == 404 || status == 410)) {
        TransferFault fault = networkFault(url, phrase("the link to the file has expired (%1)", status),
                                           phrase("resume the download"), true);
        fault.isAbsent = status == 404;
        return fault;
    }
    if (status == 429 || status == 408 || status >= 500) {
        TransferFault fault = networkFault(
            url, status == 429 ? phrase("has had too many requests from here") : phrase("can't serve now (%1)", status),
            phrase("resume the download later"), true);
        fault.waitSeconds = retryAfter(reply);
        return fault;
    }
    if (status == 401) {
        return networkFault(url, phrase("wants to know who asks"), phrase("set HF_TOKEN to a token of yours"), false);
    }
    if (status == 403) {
        return networkFault(url, phrase("doesn't give this model to everybody"),
                            phrase("accept its licence on its page there, and set HF_TOKEN to a token of yours"),
                            false);
    }
    if (status == 404 || status == 410) {
        TransferFault fault =
            networkFault(url, phrase("has no %1", url.path().toStdString()), phrase("look at the name"), false);
        fault.isAbsent = true;
        return fault;
    }
    if (status >= 400) {
        return networkFault(url, phrase("answered %1", status), {}, false);
    }
    return std::nullopt;
}

TransferFault tlsFault(const QNetworkReply& reply) {
    return networkFault(reply.url(), phrase("the connection can't be trusted"),
                        phrase("look at this machine's date, and whether the network wants a login"), false,
                        reply.errorString().toStdString());
}

TransferFault connectionFault(const QNetworkReply& reply) {
    const QUrl url = reply.url();
    const Phrase resume = phrase("look at the connection, then resume the download");
    const std::string detail = reply.errorString().toStdString();
    switch (reply.error()) {
    case QNetworkReply::HostNotFoundError:
        return networkFault(url, phrase("the server was not found"), resume, true);
    case QNetworkReply::ConnectionRefusedError:
        return networkFault(url, phrase("refuses the connection"), resume, true);
    case QNetworkReply::RemoteHostClosedError:
        return brokenFault(url);
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // the transfer timeout's
        return networkFault(url, phrase("the connection stalled"), resume, true);
    case QNetworkReply::SslHandshakeFailedError:
        return tlsFault(reply);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return networkFault(url, phrase("the proxy doesn't lead there"), phrase("look at the system's proxy settings"),
                            false, detail);
    default:
        return networkFault(url, phrase("the network failed"), resume, true, detail);
    }
}

} // namespace

int statusOf(const QNetworkReply& reply) {
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool isWebPage(const QNetworkReply& reply) {
    return reply.header(QNetworkRequest::ContentTypeHeader).toString().startsWith(QLatin1String("text/html"));
}

TransferFault brokenFault(const QUrl& url) {
    return networkFault(url, phrase("the connection broke"), phrase("look at the connection, then resume the download"),
                        true);
}

TransferFault webPageFault(const QUrl& url) {
    return networkFault(url, phrase("a web page came in place of the file"),
                        phrase("open a browser: the network may want a login first"), false);
}

TransferFault stopFault() {
    return {Error{ErrorCode::Cancelled, {}, phrase("the download is paused"), phrase("resume the download")}};
}

std::optional<TransferFault> faultOf(const FetchContext& context, QNetworkReply& reply) {
    if (context.isStopped()) {
        return stopFault();
    }
    const int status = statusOf(reply);
    if (std::optional<TransferFault> fault = statusFault(context, reply, status)) {
        return fault;
    }
    if (reply.isFinished() && reply.error() != QNetworkReply::NoError) {
        return connectionFault(reply);
    }
    return std::nullopt;
}

} // namespace parley::ui
