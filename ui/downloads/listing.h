// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/model_source.h"
#include "downloads/remote_file.h"

namespace parley::ui {

/// Completes an entry of a repository that no list of files is known of: asks the hub, takes the files that a model
/// needs, and pins the commit. Errors: NetworkFailed, and those of neededFiles().
[[nodiscard]] QCoro::Task<Fetched<CatalogueEntry>> listRepository(FetchPtr context, CatalogueEntry entry);

/// Reads the hub's answer. Errors: as above.
[[nodiscard]] Result<CatalogueEntry> readListing(const QByteArray& json, CatalogueEntry entry);

} // namespace parley::ui
