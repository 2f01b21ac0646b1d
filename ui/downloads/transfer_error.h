// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "downloads/fetch_context.h"

namespace parley::ui {

/// What keeps bytes from coming.
struct TransferFault {
    Error error;
    bool mayPass = false;  ///< the same may work soon
    bool isAbsent = false; ///< the server says that there is no such file
    int waitSeconds = 0;   ///< the server asks to wait that long; 0: it doesn't say
};

/// The fault of a reply, with its status and its error looked at; nothing if it can be read: status 2xx or 3xx so far.
[[nodiscard]] std::optional<TransferFault> faultOf(const FetchContext& context, QNetworkReply& reply);

/// The fault of a connection that ended too early.
[[nodiscard]] TransferFault brokenFault(const QUrl& url);

/// The fault of being stopped by the person.
[[nodiscard]] TransferFault stopFault();

[[nodiscard]] int statusOf(const QNetworkReply& reply);
[[nodiscard]] bool isRedirect(int status);
/// True if the answer is a page for people where a file was asked for, as networks send that want a login first.
[[nodiscard]] bool isWebPage(const QNetworkReply& reply);
[[nodiscard]] TransferFault webPageFault(const QUrl& url);

} // namespace parley::ui
