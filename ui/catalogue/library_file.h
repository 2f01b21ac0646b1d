// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/model_places.h"
#include "parley/error.h"

#include <QDateTime>
#include <QMap>
#include <QString>
#include <functional>
#include <optional>

namespace parley::ui {

/// What is kept about one model, wherever it lies.
struct ModelRecord {
    QString note;          ///< a person's own words
    QDateTime verified;    ///< when all of it was read and compared; invalid: never
    bool wasWhole = false; ///< what came out
    QString fingerprint;   ///< of sizes and times of its files then

    bool operator==(const ModelRecord&) const = default;
};

/// What window and command line know about the models of one models folder.
struct LibraryState {
    QString defaultModel; ///< path; empty: the first whole one that is no smaller copy
    QString defaultCodec;
    QStringList folders;                ///< that a person added; looked through, never changed
    QMap<QString, ModelRecord> records; ///< by path

    bool operator==(const LibraryState&) const = default;
};

/// Reads it; what is absent or damaged is empty. Any thread.
[[nodiscard]] LibraryState readLibrary(const QString& modelsFolder);

/// Changes it, one program at a time; makes the folder if need be. Errors: FileUnwritable.
[[nodiscard]] std::optional<Error> changeLibrary(const QString& modelsFolder,
                                                 const std::function<void(LibraryState&)>& change);

/// Notes what reading all of the model at `path` brought, just now.
void noteVerified(LibraryState& state, const QString& path, bool isWhole);

/// Has the models of a folder looked for, too.
void addFolder(LibraryState& state, const QString& folder);

/// Sizes and times of the files of the model at `path`, to tell whether it changed since it was verified.
[[nodiscard]] QString fingerprintOf(const QString& path);

/// The record of a model, with `verified` left out if its files changed since.
[[nodiscard]] ModelRecord recordOf(const LibraryState& state, const QString& path);

/// The models folder that window and command line use: $PARLEY_MODELS_DIR, the chosen one, or `models` in the data
/// folder.
[[nodiscard]] QString modelsFolder(const QString& dataFolder, const QString& chosen,
                                   const QProcessEnvironment& environment);
/// The same for who has no preferences at hand: reads them from the window's settings. `dataFolder` empty: the user's.
[[nodiscard]] QString modelsFolder(const QString& dataFolder, const QProcessEnvironment& environment);

/// All places to look for models: that folder, those that a person added, and the caches of other programs.
[[nodiscard]] ModelPlaces allModelPlaces(const QString& modelsFolder, const QProcessEnvironment& environment,
                                         const QString& home);

} // namespace parley::ui
