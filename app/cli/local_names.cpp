// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/installed_model.h"
#include "cli/local_models.h"

#include <QDir>
#include <QFileInfo>

namespace parley::cli {

namespace {

/// Names that mean this model: its path, what it is called, its repository's and its entry's in the catalogue.
bool isNamed(const QString& path, const QString& called, const QString& name) {
    if (called == name || path == QDir(name).absolutePath()) {
        return true;
    }
    const std::optional<ui::InstalledModel> own = ui::readInstalled(path);
    const std::optional<ui::CatalogueEntry> brought = own ? own->entry : ui::readUnfinished(path);
    if (brought && (brought->id == name || brought->repository == name)) {
        return true;
    }
    const std::optional<ui::CatalogueEntry> entry = ui::catalogueEntry(name);
    return entry && entry->repository == called;
}

/// A folder that a download began to fill: weights may lie there already, and they are not all of the model.
bool isBegun(const QString& path) {
    return !ui::readInstalled(path) && ui::readUnfinished(path);
}

Error notHere(const QString& name) {
    return Error{ErrorCode::ModelNotFound, verbatim(text(name)), verbatim("is not on this machine"),
                 ui::catalogueEntry(name) ? howToGet(name) : verbatim("see parley-cli models list")};
}

} // namespace

Result<LocalModel> LocalModels::anyNamed(const QString& name) const {
    const ui::FoundFiles found = find();
    for (const ui::FoundModel& model : found.models) {
        if (isNamed(model.modelPath, model.name, name)) {
            return LocalModel{.name = model.name,
                              .path = model.modelPath,
                              .codecPath = model.codecPath,
                              .isOwn = ui::readInstalled(model.modelPath).has_value(),
                              .isUnfinished = !model.isWhole() && isBegun(model.modelPath)};
        }
    }
    for (const ui::FoundCodec& codec : found.codecs) {
        if (isNamed(codec.path, codec.name, name)) {
            return LocalModel{.name = codec.name,
                              .path = codec.path,
                              .isCodec = true,
                              .isOwn = ui::readInstalled(codec.path).has_value()};
        }
    }
    for (const QString& folder : ui::ownFolders(m_folder)) { // begun, or too damaged to be found
        const QString called = QFileInfo(folder).fileName();
        if (isNamed(folder, called, name)) {
            return LocalModel{.name = called, .path = folder, .isOwn = true, .isUnfinished = isBegun(folder)};
        }
    }
    return notHere(name);
}

Result<LocalModel> LocalModels::named(const QString& name) const {
    Result<LocalModel> model = anyNamed(name);
    if (model && model.value().isUnfinished) {
        return Error{ErrorCode::ModelNotFound, verbatim(text(model.value().path)), verbatim("has not come to its end"),
                     verbatim("go on with: parley-cli models download " + text(model.value().name))};
    }
    return model;
}

} // namespace parley::cli
