// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "downloads/remote_file.h"

#include <QVersionNumber>

namespace parley::ui {

/// A version of this program that is published, and its page for people.
struct Release {
    QVersionNumber version;
    QUrl page; ///< https
};

/// Asks the address once, at which GitHub, or a server with answers like its, describes the newest release. The context
/// is for this alone. Errors: NetworkFailed.
[[nodiscard]] QCoro::Task<Fetched<Release>> latestRelease(FetchPtr context, QUrl address);

/// Reads the answer: "tag_name" is the version, with or without a "v"; "html_url" its page. Errors: NetworkFailed.
[[nodiscard]] Result<Release> readRelease(const QByteArray& json, const QUrl& address);

} // namespace parley::ui
