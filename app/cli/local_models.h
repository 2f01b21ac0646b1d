// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/library_file.h"
#include "catalogue/model_finder.h"
#include "parley/model_options.h"

#include <QString>
#include <string>

namespace parley::cli {

/// A model or codec on this machine, as a person may name it.
struct LocalModel {
    QString name;
    QString path;
    bool isCodec = false;
    bool isOwn = false;        ///< Parley brought it
    bool isUnfinished = false; ///< the beginning of a download, and no model yet
    bool isListed = true;      ///< false: nobody told Parley to look there; its path alone leads to it
};

/// The models of this user on this machine: a folder of Parley's own, added folders, and the caches of other programs.
class LocalModels {
public:
    LocalModels();

    [[nodiscard]] const QString& folder() const { return m_folder; }
    /// Reads headers; takes up to seconds.
    [[nodiscard]] ui::FoundFiles find() const;

    /// What a person means by an id of the catalogue, a repository, a folder's name or a path. Errors: ModelNotFound,
    /// for the beginning of a download, too; OptionInvalid for the name of several; those of inspectPath() for a path.
    [[nodiscard]] Result<LocalModel> named(const QString& name) const;
    /// The same, with what a download began.
    [[nodiscard]] Result<LocalModel> anyNamed(const QString& name) const;
    /// All that a person may mean by it, Parley's own first.
    [[nodiscard]] QList<LocalModel> allNamed(const QString& name) const;

    /// The path of the model that is taken where none is named: the chosen one, else the first whole one that is no
    /// smaller copy, else a copy; empty: there is none.
    [[nodiscard]] QString defaultModel(const ui::FoundFiles& found) const;
    /// The codec that is taken where none is named: the chosen one, else the one nearest to the model; empty: none.
    /// Reads headers, as find().
    [[nodiscard]] QString codecFor(const QString& modelPath) const;

    /// Puts the default model and its codec into options that name neither, or a codec into those that name a model
    /// alone. Errors: ModelNotFound, with how to get one, and those of ui::checkModel().
    [[nodiscard]] Result<ModelOptions> withDefault(ModelOptions options) const;

private:
    [[nodiscard]] QList<LocalModel> all() const;

    QString m_folder;
    ui::ModelPlaces m_places;
};

/// Errors of files that Parley brought and that are not as they were: sizes and beginnings, which takes milliseconds.
[[nodiscard]] Result<std::monostate> checkBeforeUse(const ModelOptions& options);

/// The model and the codec that options name, or the default ones; files that Parley brought are looked at first.
/// Errors: ModelNotFound, and what checkBeforeUse() finds.
[[nodiscard]] Result<ModelOptions> chosenModel(const ModelOptions& named);

/// The remedy for a model that isn't there: which command brings it.
[[nodiscard]] Phrase howToGet(const QString& id);
/// The remedy for a model at a path that Parley doesn't look through.
[[nodiscard]] Phrase howToImport(const QString& path);

[[nodiscard]] QString fromPath(const std::filesystem::path& path);
[[nodiscard]] std::filesystem::path toPath(const QString& path);
[[nodiscard]] std::string text(const QString& text);

} // namespace parley::cli
