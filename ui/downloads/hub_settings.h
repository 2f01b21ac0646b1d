// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/catalogue.h"

#include <QByteArray>
#include <QProcessEnvironment>
#include <QString>
#include <QUrl>
#include <optional>

namespace parley::ui {

/// Which hub to ask, and as whom.
struct HubSettings {
    QUrl endpoint{QStringLiteral("https://huggingface.co")};
    QByteArray token;                 ///< goes to the endpoint alone; empty: none
    bool isOffline = false;           ///< nothing is asked for
    bool allowsPlainLoopback = false; ///< unencrypted, but to this machine only: for tests and mirrors on it
};

/// HF_ENDPOINT, HF_TOKEN, HF_TOKEN_PATH, HF_HOME, HF_HUB_OFFLINE and their older names, as the hub's own tools read
/// them; PARLEY_PLAIN_LOOPBACK=1 for allowsPlainLoopback. Reads the token's file.
[[nodiscard]] HubSettings hubSettings(const QProcessEnvironment& environment, const QString& home);

/// Why no request may go to this address; nothing if it may. Errors: NetworkFailed.
[[nodiscard]] std::optional<Error> objectionTo(const QUrl& url, const HubSettings& settings);

/// Where a redirect leads. Errors: NetworkFailed when it leads nowhere or to where nothing may be asked.
[[nodiscard]] Result<QUrl> nextHop(const QUrl& from, const QByteArray& location, const HubSettings& settings);

/// Same scheme, host and port: what may see the same token.
[[nodiscard]] bool isSameServer(const QUrl& a, const QUrl& b);

/// The address of a file of an entry.
[[nodiscard]] QUrl fileUrl(const HubSettings& settings, const CatalogueEntry& entry, const CatalogueFile& file);
/// The address of the list of all files of an entry's repository.
[[nodiscard]] QUrl listingUrl(const HubSettings& settings, const CatalogueEntry& entry);

} // namespace parley::ui
