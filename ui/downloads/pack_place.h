// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/pack_folder.h"

namespace parley::ui {

/// Something that Parley did not bring lies where the pack would. Errors: OptionInvalid.
[[nodiscard]] std::optional<Error> objectionToPlace(const QString& folder);

// The rest is for who holds the lock of the folder of parts. Errors: FileUnwritable, DiskFull.

/// Takes a pack that is damaged back to where packs come together. What else lies in its folder stays there.
[[nodiscard]] std::optional<Error> reopen(const PackHere& pack);
/// An empty library for each that is left out.
[[nodiscard]] std::optional<Error> writeEmptyLibraries(const GpuPack& pack, const QString& folder);
/// Gives the pack its place. A folder that is there keeps what else is in it, and has the note last.
[[nodiscard]] std::optional<Error> install(const PackHere& pack);

} // namespace parley::ui
