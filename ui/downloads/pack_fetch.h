// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/pack_folder.h"
#include "downloads/fetch_context.h"

namespace parley::ui {

/// Brings a GPU pack into a folder of its own: fetches one wheel after the other, takes its members out as soon as it
/// is whole and right, and removes it. The folder gets its name when all is there. Members that are there and right
/// stay. Errors: NetworkFailed, CheckpointCorrupt (a wheel is not what the list says), DiskFull, FileUnwritable
/// (also: another program fills the folder), OptionInvalid (something else lies there), Cancelled. What came is kept,
/// and the next call goes on with it.
[[nodiscard]] QCoro::Task<Result<PackHere>> fetchPack(FetchPtr context, GpuPack pack, QString folder);

} // namespace parley::ui
