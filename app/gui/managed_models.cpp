// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/managed_models.h"

#include "bridge/error_text.h"
#include "catalogue/file_check.h"
#include "catalogue/installed_model.h"

#include <QCoreApplication>
#include <QDir>

namespace parley::gui {

using ui::ManagedModel;

namespace {

QString problemOf(const ui::FoundModel& model) {
    if (model.error) {
        return ui::errorText(*model.error);
    }
    if (!model.missing.isEmpty()) {
        return QCoreApplication::translate("ManagedModels",
                                           "%n of its weights are missing or don't fit; get the model again.", nullptr,
                                           static_cast<int>(model.missing.size()));
    }
    return model.isWhole() ? QString()
                           : QCoreApplication::translate("ManagedModels",
                                                         "Its config.json is missing; put it into the same folder.");
}

ManagedModel managed(const QString& name, const QString& path, const ui::LibraryState& state) {
    ManagedModel model;
    const std::optional<ui::InstalledModel> own = ui::readInstalled(path);
    model.name = own ? own->entry.name : name;
    model.path = path;
    model.isOwn = own.has_value();
    model.isMadeHere = own && own->entry.isMadeHere;
    model.copy = own ? own->copy : std::nullopt;
    model.record = ui::recordOf(state, path);
    // Sizes and beginnings of files that Parley brought; the engine looks at headers alone.
    if (const auto faults = own ? ui::checkQuickly(ui::expectedFiles(*own)) : QList<Error>(); !faults.isEmpty()) {
        model.problem = ui::errorText(faults.first());
    }
    for (const QString& folder : state.folders) {
        if (path == folder || path.startsWith(folder + QLatin1Char('/'))) {
            model.addedFolder = folder;
        }
    }
    return model;
}

} // namespace

QList<ManagedModel> managedModels(const ui::FoundFiles& found, const ui::LibraryState& state,
                                  const ui::Preferences& preferences) {
    QList<ManagedModel> models;
    for (const ui::FoundModel& each : found.models) {
        ManagedModel model = managed(each.name, each.modelPath, state);
        model.codecPath = each.codecPath;
        model.bytes = each.bytes;
        model.generation = each.generation;
        model.layout = each.layout;
        model.dtype = each.dtype;
        model.isInUse = !preferences.demo && preferences.modelPath == each.modelPath;
        model.problem = model.problem.isEmpty() ? problemOf(each) : model.problem;
        models.append(model);
    }
    for (const ui::FoundCodec& each : found.codecs) {
        ManagedModel codec = managed(each.name, each.path, state);
        codec.isCodec = true;
        codec.bytes = each.bytes;
        codec.layout = each.layout;
        codec.isInUse = !preferences.demo && preferences.codecPath == each.path;
        models.append(codec);
    }
    return models;
}

QList<ui::CatalogueEntry> offersBeside(const QString& modelsFolder) {
    QList<ui::CatalogueEntry> offers;
    for (const ui::CatalogueEntry& entry : ui::builtInCatalogue()) {
        const QString folder = QDir(modelsFolder).absoluteFilePath(entry.id);
        if (!ui::readInstalled(folder) && !ui::readUnfinished(folder)) {
            offers.append(entry);
        }
    }
    return offers;
}

} // namespace parley::gui
