// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "downloads/remote_file.h"

#include <utility>

namespace parley::ui {

namespace {

constexpr int kMostHops = 10;

QByteArray bare(QByteArray etag) {
    etag = etag.trimmed();
    if (etag.startsWith("W/")) {
        etag.remove(0, 2);
    }
    return etag.size() >= 2 && etag.startsWith('"') && etag.endsWith('"') ? etag.mid(1, etag.size() - 2) : etag;
}

qint64 numberIn(const QNetworkReply& reply, const char* header) {
    bool isNumber = false;
    const qint64 number = reply.rawHeader(header).toLongLong(&isNumber);
    return isNumber && number >= 0 ? number : -1;
}

/// Takes what a hub says of the file where it sends us on, or what any server says where it has it.
void learn(RemoteFile& file, const FetchContext& context, const QNetworkReply& reply, bool isLast) {
    const bool isHub = isSameServer(reply.url(), context.settings().endpoint);
    if (isHub && file.etag.isEmpty() && reply.hasRawHeader("X-Linked-Etag")) {
        file.etag = bare(reply.rawHeader("X-Linked-Etag"));
        file.bytes = numberIn(reply, "X-Linked-Size");
    } else if (isLast && file.etag.isEmpty()) {
        file.etag = bare(reply.rawHeader("ETag"));
        file.bytes = numberIn(reply, "Content-Length");
    }
    const QString etag = QString::fromLatin1(file.etag);
    if (isHub && isHexadecimal(etag, 64)) {
        file.sha256 = file.etag;
    } else if (isHub && isHexadecimal(etag, 40)) {
        file.gitSha1 = file.etag;
    }
}

TransferFault loopFault(const QUrl& url) {
    return {Error{ErrorCode::NetworkFailed, verbatim(url.host().toStdString()), phrase("sends us on in circles"),
                  phrase("try again later")}};
}

} // namespace

QCoro::Task<Fetched<RemoteFile>> askAbout(FetchPtr context, QUrl url) {
    RemoteFile file;
    for (int hop = 0; hop <= kMostHops; ++hop) {
        if (std::optional<Error> objection = objectionTo(url, context->settings())) {
            co_return TransferFault{*objection};
        }
        const ReplyPtr reply = context->send("HEAD", url);
        co_await answered(context, reply.get());
        const int status = statusOf(*reply);
        if (status == 405 || status == 501) { // a server that knows no HEAD will tell with the bytes
            file.location = std::move(url);
            co_return file;
        }
        if (std::optional<TransferFault> fault = faultOf(*context, *reply)) {
            co_return *fault;
        }
        learn(file, *context, *reply, !isRedirect(status));
        if (!isRedirect(status)) {
            if (isWebPage(*reply)) {
                co_return webPageFault(url);
            }
            file.location = std::move(url);
            co_return file;
        }
        const Result<QUrl> next = nextHop(url, reply->rawHeader("Location"), context->settings());
        if (!next) {
            co_return TransferFault{next.error()};
        }
        // A link that is signed for GET may refuse HEAD, and all is known by now.
        if (!file.etag.isEmpty() && !isSameServer(next.value(), context->settings().endpoint)) {
            file.location = next.value();
            co_return file;
        }
        url = next.value();
    }
    co_return loopFault(url);
}

QCoro::Task<Fetched<std::shared_ptr<QNetworkReply>>> openStream(FetchPtr context, QUrl url, qint64 from) {
    for (int hop = 0; hop <= kMostHops; ++hop) {
        if (std::optional<Error> objection = objectionTo(url, context->settings())) {
            co_return TransferFault{*objection};
        }
        ReplyPtr reply = context->send("GET", url, from);
        co_await answered(context, reply.get());
        const int status = statusOf(*reply);
        if (status == 416) {
            co_return std::shared_ptr<QNetworkReply>(std::move(reply));
        }
        if (std::optional<TransferFault> fault = faultOf(*context, *reply); fault && status / 100 != 2) {
            co_return *fault;
        }
        if (!isRedirect(status)) {
            co_return std::shared_ptr<QNetworkReply>(std::move(reply));
        }
        const Result<QUrl> next = nextHop(url, reply->rawHeader("Location"), context->settings());
        if (!next) {
            co_return TransferFault{next.error()};
        }
        url = next.value();
    }
    co_return loopFault(url);
}

QCoro::Task<Fetched<QByteArray>> fetchText(FetchPtr context, QUrl url, qint64 mostBytes) {
    Fetched<std::shared_ptr<QNetworkReply>> opened = co_await openStream(context, url, 0);
    if (auto* const fault = std::get_if<TransferFault>(&opened)) {
        co_return *fault;
    }
    const auto reply = std::get<std::shared_ptr<QNetworkReply>>(opened);
    QByteArray text;
    while (!context->isStopped()) {
        text += reply->readAll();
        if (text.size() > mostBytes) {
            co_return TransferFault{Error{ErrorCode::NetworkFailed, verbatim(url.host().toStdString()),
                                          phrase("answered with more than can be right"), phrase("look at the name")}};
        }
        if (reply->isFinished() && reply->bytesAvailable() == 0) {
            break;
        }
        co_await context->nudge().next();
    }
    if (std::optional<TransferFault> fault = faultOf(*context, *reply)) {
        co_return *fault;
    }
    if (isWebPage(*reply)) {
        co_return webPageFault(url);
    }
    co_return text;
}

} // namespace parley::ui
