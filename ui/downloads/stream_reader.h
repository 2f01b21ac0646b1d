// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "downloads/file_fetch.h"

namespace parley::ui {

/// Asks for the bytes that the part lacks and appends what comes, until the file is whole (nothing), or something keeps
/// the rest from coming. A server that sends the file from its beginning, or another one, makes the part start over.
[[nodiscard]] QCoro::Task<std::optional<TransferFault>> readStream(FetchPtr context, RemoteFile remote,
                                                                   std::shared_ptr<PartFile> part, FileReport report);

} // namespace parley::ui
