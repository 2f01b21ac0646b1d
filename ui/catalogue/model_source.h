// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/catalogue.h"

namespace parley::ui {

/// What a person means by a text: an id of the catalogue, a repository "owner/name" or "owner/name@revision", the
/// address of one on the hub, or of a single file. Errors: OptionInvalid.
[[nodiscard]] Result<CatalogueEntry> sourceOf(const QString& text);

/// A file that a repository holds, as the hub lists it.
struct ListedFile {
    QString path;
    qint64 bytes = -1;
    QByteArray sha256; ///< empty for small files
};

/// The files that a model of this repository needs, of all that it holds: never the same weights twice. `wanted`: one
/// file that has to be among them, or empty. Errors: UnsupportedLayout when there are no weights or several to choose
/// from, CheckpointCorrupt for names that lead out of the folder.
[[nodiscard]] Result<QList<CatalogueFile>> neededFiles(const QString& repository, const QList<ListedFile>& all,
                                                       const QString& wanted = {});

} // namespace parley::ui
