// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/installed_model.h"
#include "downloads/fetch_context.h"

#include <QStringList>

namespace parley::ui {

/// What a download brought.
struct ModelBrought {
    InstalledModel model;
    QStringList changed; ///< files that the server has in another state than the catalogue knows
};

/// Brings a model's files into a folder of its own, which it makes: asks about all of them, sees whether there is room,
/// fetches each into the folder of parts, and puts all in their place once the last is whole. Files that are there and
/// right stay. Errors: NetworkFailed, CheckpointCorrupt, DiskFull, FileUnwritable (also: another program fills
/// the folder), OptionInvalid (nothing can be begun from such an entry), UnsupportedLayout, Cancelled. What came is
/// kept, and the next call goes on with it.
[[nodiscard]] QCoro::Task<Result<ModelBrought>> fetchModel(FetchPtr context, CatalogueEntry entry, QString folder);

} // namespace parley::ui
