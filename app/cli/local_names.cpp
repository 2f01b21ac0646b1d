// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/installed_model.h"
#include "cli/local_models.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace parley::cli {

namespace {

bool isAt(const LocalModel& model, const QString& path) {
    return model.path == QDir(path).absolutePath();
}

/// Names that mean this model: what it is called, its repository's and its entry's in the catalogue.
bool isNamed(const LocalModel& model, const QString& name) {
    if (model.name == name) {
        return true;
    }
    const std::optional<ui::InstalledModel> own = ui::readInstalled(model.path);
    const std::optional<ui::CatalogueEntry> brought = own ? own->entry : ui::readUnfinished(model.path);
    if (brought && (brought->id == name || brought->repository == name)) {
        return true;
    }
    const std::optional<ui::CatalogueEntry> entry = ui::catalogueEntry(name);
    return entry && entry->repository == model.name;
}

/// A folder that a download began to fill: weights may lie there already, and they are not all of the model.
bool isBegun(const QString& path) {
    return !ui::readInstalled(path) && ui::readUnfinished(path);
}

/// A folder of Parley's own, whatever became of the files in it; nothing if it is none.
std::optional<LocalModel> ownModel(const QString& folder) {
    const std::optional<ui::InstalledModel> own = ui::readInstalled(folder);
    const std::optional<ui::CatalogueEntry> entry = own ? own->entry : ui::readUnfinished(folder);
    if (!entry) {
        return std::nullopt;
    }
    return LocalModel{.name = QFileInfo(folder).fileName(),
                      .path = folder,
                      .isCodec = entry->kind == QLatin1String("codec"),
                      .isOwn = true,
                      .isUnfinished = !own};
}

Error notHere(const QString& name) {
    return Error{ErrorCode::ModelNotFound, verbatim(text(name)), verbatim("is not on this machine"),
                 ui::catalogueEntry(name) ? howToGet(name) : verbatim("see parley-cli models list")};
}

Error ambiguous(const QString& name, const QList<LocalModel>& models) {
    QStringList paths;
    std::transform(models.begin(), models.end(), std::back_inserter(paths),
                   [](const LocalModel& model) { return model.path; });
    return Error{ErrorCode::OptionInvalid, verbatim(text(name)), verbatim("is the name of several models here"),
                 verbatim("give the path of one: " + text(paths.join(QStringLiteral(", "))))};
}

/// What lies at a path that nobody told Parley to look through.
Result<LocalModel> strangerAt(const QString& name) {
    const QString path = QDir(name).absolutePath();
    if (!QFileInfo::exists(path)) {
        return notHere(name);
    }
    if (std::optional<LocalModel> own = ownModel(path)) {
        own->isListed = false;
        return *own;
    }
    const Result<CheckpointReport> report = inspectPath(toPath(path));
    if (!report) {
        return ui::catalogueEntry(name) ? notHere(name) : report.error();
    }
    return LocalModel{
        .name = ui::modelNameOf(path), .path = path, .isCodec = report.value().kind != "Dia", .isListed = false};
}

} // namespace

QList<LocalModel> LocalModels::all() const {
    QList<LocalModel> models;
    const ui::FoundFiles found = find();
    for (const ui::FoundModel& model : found.models) {
        models.append({.name = model.name,
                       .path = model.modelPath,
                       .isOwn = ui::readInstalled(model.modelPath).has_value(),
                       .isUnfinished = !model.isWhole() && isBegun(model.modelPath)});
    }
    for (const ui::FoundCodec& codec : found.codecs) {
        models.append({.name = codec.name,
                       .path = codec.path,
                       .isCodec = true,
                       .isOwn = ui::readInstalled(codec.path).has_value()});
    }
    for (const QString& folder : ui::ownFolders(m_folder)) { // begun, or too damaged to be found
        const bool isFound =
            std::any_of(models.begin(), models.end(), [&](const LocalModel& model) { return model.path == folder; });
        if (const std::optional<LocalModel> own = ownModel(folder); own && !isFound) {
            models.append(*own);
        }
    }
    return models;
}

QList<LocalModel> LocalModels::allNamed(const QString& name) const {
    const QList<LocalModel> models = all();
    const auto at =
        std::find_if(models.begin(), models.end(), [&](const LocalModel& model) { return isAt(model, name); });
    if (at != models.end()) {
        return {*at};
    }
    const auto first =
        std::find_if(models.begin(), models.end(), [&](const LocalModel& model) { return isNamed(model, name); });
    QList<LocalModel> named;
    std::copy_if(first, models.end(), std::back_inserter(named),
                 [&](const LocalModel& model) { return model.name == first->name; });
    return named;
}

Result<LocalModel> LocalModels::anyNamed(const QString& name) const {
    const QList<LocalModel> models = allNamed(name);
    if (models.size() > 1) {
        return ambiguous(name, models);
    }
    return models.isEmpty() ? strangerAt(name) : models.first();
}

Result<LocalModel> LocalModels::named(const QString& name) const {
    Result<LocalModel> model = anyNamed(name);
    if (!model || !model.value().isUnfinished) {
        return model;
    }
    const QString folder = model.value().path;
    QString source = QFileInfo(folder).fileName(); // a folder among the models says what was begun there
    if (folder != QDir(m_folder).absoluteFilePath(source)) {
        const ui::CatalogueEntry begun = ui::readUnfinished(folder).value_or(ui::CatalogueEntry());
        source = (begun.repository.isEmpty() ? begun.files.value(0).url.toString() : begun.repository) +
                 QStringLiteral(" --to ") + folder;
    }
    return Error{ErrorCode::ModelNotFound, verbatim(text(folder)), verbatim("has not come to its end"),
                 verbatim("go on with: parley-cli models download " + text(source))};
}

} // namespace parley::cli
