// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/catalogue.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <optional>

namespace parley::ui {

/// How a smaller copy differs from its original, as it was measured when it was made.
struct CopyRecord {
    QString original;        ///< what a person called it
    QString comparedWith;    ///< number format of the original
    int steps = 0;           ///< over which this was measured
    double rmsError = 0;     ///< as SmallerCopy has it
    double otherChoices = 0; ///< share of the likeliest tokens that are others

    bool operator==(const CopyRecord&) const = default;
};

/// A model in a folder of Parley's own: what came, file by file, with exact sizes and hashes. Such a folder holds
/// `.parley-model.json` once the model is whole, and `.parley-part/` while it comes.
struct InstalledModel {
    QString folder; ///< absolute
    CatalogueEntry entry;
    QDateTime since;                  ///< when it was whole
    std::optional<CopyRecord> copy{}; ///< of a smaller copy
};

/// Where the files of a download lie until all of them are whole.
[[nodiscard]] QString partFolder(const QString& folder);

/// The model that a folder of ours holds; nothing if it is none.
[[nodiscard]] std::optional<InstalledModel> readInstalled(const QString& folder);
/// Errors: FileUnwritable.
[[nodiscard]] std::optional<Error> writeInstalled(const InstalledModel& model);

/// A download that was begun in this folder and isn't whole; nothing if there is none.
[[nodiscard]] std::optional<CatalogueEntry> readUnfinished(const QString& folder);
[[nodiscard]] std::optional<Error> writeUnfinished(const QString& folder, const CatalogueEntry& entry);
/// Bytes of it that are on the disk.
[[nodiscard]] qint64 unfinishedBytes(const QString& folder);

/// The folders of ours in this folder: with a model, or with the beginning of one.
[[nodiscard]] QStringList ownFolders(const QString& modelsFolder);

/// Removes what Parley brought to this folder and nothing else; the folder, too, if nothing else is in it. Gives the
/// bytes that were removed. Errors: OptionInvalid when the folder is not ours, FileUnwritable, also while a
/// download runs.
[[nodiscard]] Result<qint64> removeInstalled(const QString& folder);

} // namespace parley::ui
