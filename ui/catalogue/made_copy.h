// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"

#include <QString>
#include <optional>

namespace parley::ui {

/// A name and a folder's name for a smaller copy of a model that a person calls `name`.
[[nodiscard]] QString copyNameOf(const QString& name, const QString& format);
[[nodiscard]] QString copyFolderName(const QString& name, const QString& format);

/// Notes a copy that was made in this folder as Parley's own, with the sizes and hashes of its files, so that it can be
/// verified and removed. Reads all of it. On a worker. Errors: FileUnwritable, ModelNotFound.
[[nodiscard]] std::optional<Error> noteMadeCopy(const QString& folder, const QString& name, const QString& format);

} // namespace parley::ui
