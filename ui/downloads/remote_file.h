// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "downloads/transfer_error.h"

#include <variant>

namespace parley::ui {

/// What a server says of a file before it is fetched.
struct RemoteFile {
    QUrl location;      ///< where its bytes are; may be good for a short time only
    QByteArray etag;    ///< changes with the file; empty: the server doesn't say
    qint64 bytes = -1;  ///< negative: the server doesn't say
    QByteArray sha256;  ///< of large files on the hub
    QByteArray gitSha1; ///< of small files on the hub: of the file as git stores it
};

/// A value, or what kept it from coming.
template <typename T>
using Fetched = std::variant<T, TransferFault>;

/// Asks for everything about the file but its bytes, following redirects by hand.
[[nodiscard]] QCoro::Task<Fetched<RemoteFile>> askAbout(FetchPtr context, QUrl url);

/// Fetches a short text whole: at most that many bytes.
[[nodiscard]] QCoro::Task<Fetched<QByteArray>> fetchText(FetchPtr context, QUrl url, qint64 mostBytes);

/// Sends GET from that byte on, following redirects by hand, and waits for the headers of what answers.
[[nodiscard]] QCoro::Task<Fetched<std::shared_ptr<QNetworkReply>>> openStream(FetchPtr context, QUrl url, qint64 from);

} // namespace parley::ui
