// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/local_models.h"

#include "catalogue/file_check.h"
#include "parley/inspect.h"

#include <QDir>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <algorithm>

namespace parley::cli {

QString fromPath(const std::filesystem::path& path) {
    return QString::fromStdU16String(path.u16string());
}

std::filesystem::path toPath(const QString& path) {
    return path.toStdU16String();
}

std::string text(const QString& text) {
    return text.toStdString();
}

Phrase howToGet(const QString& id) {
    return verbatim("get it with: parley-cli models download " + text(id));
}

LocalModels::LocalModels()
    : m_folder(ui::modelsFolder({}, QProcessEnvironment::systemEnvironment())),
      m_places(ui::allModelPlaces(m_folder, QProcessEnvironment::systemEnvironment(), QDir::homePath())) {}

ui::FoundFiles LocalModels::find() const {
    return ui::findAll(m_places, &inspectPath);
}

Result<ModelOptions> LocalModels::withDefault(ModelOptions options) const {
    const ui::LibraryState state = ui::readLibrary(m_folder);
    if (!state.defaultModel.isEmpty() && QFileInfo::exists(state.defaultModel)) {
        const Result<ui::FoundModel> chosen =
            ui::checkModel(state.defaultModel, state.defaultCodec, m_places, &inspectPath);
        if (!chosen) {
            return chosen.error();
        }
        options.model = toPath(chosen.value().modelPath);
        options.codec = toPath(chosen.value().codecPath);
    } else {
        const ui::FoundFiles found = find();
        const auto best = std::find_if(found.models.begin(), found.models.end(),
                                       [](const ui::FoundModel& model) { return model.isWhole(); });
        if (best == found.models.end()) {
            return Error{ErrorCode::ModelNotFound,
                         {},
                         verbatim("there is no model on this machine"),
                         verbatim("get one with: parley-cli models download " + text(ui::defaultEntry("model").id) +
                                  ", or give --model and --codec (or --demo)")};
        }
        options.model = toPath(best->modelPath);
        options.codec = toPath(best->codecPath);
    }
    if (options.codec.empty()) {
        return Error{ErrorCode::ModelNotFound, options.model, verbatim("its codec is not on this machine"),
                     howToGet(ui::defaultEntry("codec").id)};
    }
    return options;
}

Result<std::monostate> checkBeforeUse(const ModelOptions& options) {
    for (const std::filesystem::path& path : {options.model, options.codec}) {
        const std::optional<ui::InstalledModel> own =
            path.empty() ? std::nullopt : ui::readInstalled(QFileInfo(fromPath(path)).absoluteFilePath());
        if (!own) {
            continue; // the engine says what is wrong with others' files
        }
        const QList<Error> faults = ui::checkQuickly(ui::expectedFiles(*own));
        if (!faults.isEmpty()) {
            Error error = faults.first();
            error.remedy = verbatim("download again: parley-cli models download " + text(own->entry.id));
            return error;
        }
    }
    return std::monostate{};
}

Result<ModelOptions> chosenModel(const ModelOptions& named) {
    if (named.demo) {
        return named;
    }
    Result<ModelOptions> model = named.model.empty() ? LocalModels().withDefault(named) : named;
    if (model) {
        if (const auto check = checkBeforeUse(model.value()); !check) {
            return check.error();
        }
    }
    return model;
}

} // namespace parley::cli
