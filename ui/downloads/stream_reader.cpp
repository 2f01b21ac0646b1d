// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "downloads/stream_reader.h"

#include <QRegularExpression>
#include <algorithm>

namespace parley::ui {

namespace {

constexpr qint64 kPiece = qint64{256} << 10U;
constexpr qint64 kPiecesAtOnce = 8; // then the event loop has its turn

/// What a 206 says that it holds.
struct ContentRange {
    qint64 first = -1;
    qint64 total = -1;
};

ContentRange rangeOf(const QNetworkReply& reply) {
    static const QRegularExpression kRange(QStringLiteral("^bytes ([0-9]{1,18})-[0-9]{1,18}/([0-9]{1,18}|\\*)$"));
    const QRegularExpressionMatch match = kRange.match(QString::fromLatin1(reply.rawHeader("Content-Range")));
    ContentRange range;
    if (match.hasMatch()) {
        range.first = match.captured(1).toLongLong();
        range.total = match.captured(2) == QLatin1String("*") ? -1 : match.captured(2).toLongLong();
    }
    return range;
}

TransferFault changedFault(const QUrl& url) {
    return {Error{ErrorCode::NetworkFailed, verbatim(url.host().toStdString()),
                  phrase("has another file now, so it is fetched from its beginning"), phrase("download again")},
            true};
}

TransferFault lengthFault(const QUrl& url, qint64 got, qint64 expected) {
    return {Error{ErrorCode::CheckpointCorrupt, verbatim(url.host().toStdString()),
                  phrase("sends %1 bytes in place of %2", got, expected), phrase("download again")},
            true};
}

std::optional<TransferFault> asFault(std::optional<Error> error) {
    return error ? std::optional(TransferFault{*error}) : std::nullopt;
}

/// Starts over, and says why the try ends here.
TransferFault restart(PartFile& part, const TransferFault& why) {
    const std::optional<Error> error = part.startOver();
    return error ? TransferFault{*error} : why;
}

/// Whether what is about to come belongs behind what is there; makes room for it where it begins anew.
std::optional<TransferFault> prepare(const RemoteFile& remote, PartFile& part, const QNetworkReply& reply) {
    const int status = statusOf(reply);
    const QUrl url = reply.url();
    const QByteArray tag = reply.rawHeader("ETag").trimmed();
    if (status == 416) {
        return restart(part, changedFault(url));
    }
    if (isWebPage(reply)) {
        return webPageFault(url);
    }
    qint64 total = -1;
    if (status == 206) {
        const ContentRange range = rangeOf(reply);
        const bool isSame = tag.isEmpty() || part.streamTag().isEmpty() || tag == part.streamTag();
        if (range.first != part.size() || !isSame) {
            return restart(part, changedFault(url));
        }
        total = range.total;
    } else {
        if (part.size() > 0) {
            if (std::optional<Error> error = part.startOver()) {
                return TransferFault{*error};
            }
        }
        const QVariant length = reply.header(QNetworkRequest::ContentLengthHeader);
        total = length.isValid() ? length.toLongLong() : -1;
    }
    if (total >= 0 && remote.bytes >= 0 && total != remote.bytes) {
        return restart(part, lengthFault(url, total, remote.bytes));
    }
    return asFault(part.setStreamTag(tag));
}

/// Appends what has come so far; some pieces at most.
std::optional<TransferFault> drain(const RemoteFile& remote, PartFile& part, QNetworkReply& reply, qint64& arrived) {
    for (qint64 i = 0; i < kPiecesAtOnce && reply.bytesAvailable() > 0; ++i) {
        const QByteArray piece = reply.read(kPiece);
        arrived += piece.size();
        if (remote.bytes >= 0 && part.size() + piece.size() > remote.bytes) {
            return restart(part, lengthFault(reply.url(), part.size() + piece.size(), remote.bytes));
        }
        if (std::optional<Error> error = part.append(piece)) {
            return TransferFault{*error};
        }
    }
    return std::nullopt;
}

} // namespace

QCoro::Task<std::optional<TransferFault>> readStream(FetchPtr context, RemoteFile remote,
                                                     std::shared_ptr<PartFile> part, FileReport report) {
    Fetched<std::shared_ptr<QNetworkReply>> opened = co_await openStream(context, remote.location, part->size());
    if (auto* const fault = std::get_if<TransferFault>(&opened)) {
        co_return *fault;
    }
    const auto reply = std::get<std::shared_ptr<QNetworkReply>>(opened);
    if (std::optional<TransferFault> fault = prepare(remote, *part, *reply)) {
        co_return *fault;
    }
    DownloadProgress progress;
    progress.phase = DownloadProgress::Phase::Fetching;
    progress.fileTotal = remote.bytes;
    qint64 arrived = 0;
    while (!context->isStopped()) {
        const bool isLast = reply->isFinished();
        if (std::optional<TransferFault> fault = drain(remote, *part, *reply, arrived)) {
            co_return *fault;
        }
        progress.fileBytes = part->size();
        report(progress, std::exchange(arrived, 0));
        if (reply->bytesAvailable() > 0) {
            const std::chrono::milliseconds atOnce{0};
            co_await pauseFor(context, atOnce);
        } else if (isLast) {
            break;
        } else {
            co_await context->nudge().next();
        }
    }
    if (part->size() == remote.bytes) {
        co_return std::nullopt;
    }
    if (std::optional<TransferFault> fault = faultOf(*context, *reply)) {
        co_return *fault;
    }
    if (remote.bytes >= 0) {
        co_return brokenFault(reply->url());
    }
    co_return std::nullopt;
}

} // namespace parley::ui
