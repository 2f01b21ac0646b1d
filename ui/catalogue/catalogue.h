// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QUrl>
#include <optional>

namespace parley::ui {

/// One file of a model, where it comes from and what it must be. What is not known yet is empty or negative.
struct CatalogueFile {
    QString path;            ///< below the model's folder; never absolute, no ".."
    QUrl url;                ///< empty: from the entry's repository
    qint64 bytes = -1;       ///< exact
    qint64 about = -1;       ///< roughly, where `bytes` is not known
    QByteArray sha256;       ///< 64 hexadecimal digits, lower case
    bool isOptional = false; ///< the model can do without

    bool operator==(const CatalogueFile&) const = default;
};

/// A model or codec that can be downloaded.
struct CatalogueEntry {
    QString id;                   ///< also its folder's name
    QString name;                 ///< what a person calls it
    QString kind;                 ///< "model" or "codec"; empty: not known before it is there
    bool isDefault = false;       ///< the one to take of its kind
    bool isMadeHere = false;      ///< a copy of another one: it comes from nowhere
    QString generation;           ///< "0.1", "0626"
    QString layout;               ///< "transformers", "reference"
    QString dtype;                ///< of the weights in the files
    QString licence;              ///< SPDX identifier
    QString repository;           ///< "owner/name" on the hub; empty: each file has a URL
    QString revision;             ///< commit, branch or tag of it
    QString codec;                ///< id of the entry that a model speaks through
    QMap<QString, qint64> memory; ///< bytes that it needs, by the dtype computed in
    QList<CatalogueFile> files;   ///< empty: the repository has to be asked

    bool operator==(const CatalogueEntry&) const = default;

    /// Bytes of all files; rough ones count where exact ones are not known.
    [[nodiscard]] qint64 totalBytes() const;
};

/// True for a relative path that stays below its folder and names a plain file on every system.
[[nodiscard]] bool isSafePath(const QString& path);
/// True for what can be an entry's id and a folder's name.
[[nodiscard]] bool isSafeId(const QString& id);

/// True for "owner/name".
[[nodiscard]] bool isRepositoryName(const QString& text);
/// True for so many hexadecimal digits, lower case.
[[nodiscard]] bool isHexadecimal(const QString& text, qsizetype digits);

/// An entry as the catalogue's file holds it. Errors: CheckpointCorrupt, with what is wrong in the detail.
[[nodiscard]] Result<CatalogueEntry> entryFromJson(const QJsonObject& object);
[[nodiscard]] QJsonObject toJson(const CatalogueEntry& entry);

/// Reads a catalogue. Errors: CheckpointCorrupt.
[[nodiscard]] Result<QList<CatalogueEntry>> readCatalogue(const QByteArray& json);

/// The catalogue that the program was built with. Any thread.
[[nodiscard]] const QList<CatalogueEntry>& builtInCatalogue();
/// Its entry of that id.
[[nodiscard]] std::optional<CatalogueEntry> catalogueEntry(const QString& id);
/// Its default of a kind: "model" or "codec".
[[nodiscard]] CatalogueEntry defaultEntry(const QString& kind);

} // namespace parley::ui
