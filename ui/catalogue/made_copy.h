// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/smaller_copy.h"

#include <QString>
#include <functional>
#include <stop_token>

namespace parley::ui {

/// A name and a folder's name for a smaller copy of a model that a person calls `name`.
[[nodiscard]] QString copyNameOf(const QString& name, const QString& format);
[[nodiscard]] QString copyFolderName(const QString& name, const QString& format);

/// Which copy to make, and where.
struct CopyOrder {
    QString modelPath;
    QString name;             ///< what a person calls the original
    QString format;           ///< "int8" or "int4"
    QString folder;           ///< absolute; to be made
    std::string generation{}; ///< as ModelOptions has it
};

/// makeSmallerCopy(), or what stands in for it.
using CopyMaker =
    std::function<Result<SmallerCopy>(const SmallerCopyOptions&, const OnCopied&, const std::stop_token&)>;

/// Makes a copy and notes it as Parley's own, with its measured difference and the sizes and hashes of its files, so
/// that it can be verified and removed. The folder appears when all of that is done; until then the work lies beside
/// it, out of sight. Blocks: on a worker. Errors: those of makeSmallerCopy(), and FileUnwritable where another Parley
/// makes the same copy.
[[nodiscard]] Result<SmallerCopy> makeCopy(const CopyOrder& order, const CopyMaker& maker, const OnCopied& onProgress,
                                           const std::stop_token& stop);

/// Removes what copies left in this folder whose program ended in the middle of the work. Any thread.
void removeAbandonedCopies(const QString& parentFolder);

} // namespace parley::ui
