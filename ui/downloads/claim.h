// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/folder_lock.h"
#include "downloads/fetch_context.h"

namespace parley::ui {

/// Why nothing may be downloaded at all; nothing if it may.
[[nodiscard]] std::optional<Error> objectionToOffline(const FetchContext& context);

/// Makes the folder that is filled for `folder`, and tells why nothing can be written there. Errors: FileUnwritable.
[[nodiscard]] std::optional<Error> makeFolder(const QString& folder, const QString& parts);

/// Another program fills that folder. Errors: FileUnwritable.
[[nodiscard]] std::optional<Error> objectionToLock(const FolderLock& lock, const QString& folder);

} // namespace parley::ui
