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

Phrase howToImport(const QString& path) {
    const QFileInfo info(path);
    return verbatim("make it known first: parley-cli models import " +
                    text(info.isDir() ? info.absoluteFilePath() : info.absolutePath()));
}

LocalModels::LocalModels()
    : m_folder(ui::modelsFolder({}, QProcessEnvironment::systemEnvironment())),
      m_places(ui::allModelPlaces(m_folder, QProcessEnvironment::systemEnvironment(), QDir::homePath())) {}

ui::FoundFiles LocalModels::find() const {
    return ui::findAll(m_places, &inspectPath);
}

QString LocalModels::defaultModel(const ui::FoundFiles& found) const {
    QString chosen = ui::readLibrary(m_folder).defaultModel;
    if (!chosen.isEmpty() && QFileInfo::exists(chosen)) {
        return chosen;
    }
    const auto isOriginal = [](const ui::FoundModel& model) {
        const std::optional<ui::InstalledModel> own = ui::readInstalled(model.modelPath);
        return model.isWhole() && !(own && own->entry.isMadeHere);
    };
    auto best = std::find_if(found.models.begin(), found.models.end(), isOriginal);
    if (best == found.models.end()) {
        best = std::find_if(found.models.begin(), found.models.end(),
                            [](const ui::FoundModel& model) { return model.isWhole(); });
    }
    return best == found.models.end() ? QString() : best->modelPath;
}

QString LocalModels::codecFor(const QString& modelPath) const {
    const QString chosen = ui::readLibrary(m_folder).defaultCodec;
    return !chosen.isEmpty() && QFileInfo::exists(chosen) ? chosen : ui::codecNear(modelPath, m_places, &inspectPath);
}

Result<ModelOptions> LocalModels::withDefault(ModelOptions options) const {
    if (options.model.empty()) {
        const QString model = defaultModel(find());
        if (model.isEmpty()) {
            return Error{ErrorCode::ModelNotFound,
                         {},
                         verbatim("there is no model on this machine"),
                         verbatim("get one with: parley-cli models download " + text(ui::defaultEntry("model").id) +
                                  ", or give --model and --codec (or --demo)")};
        }
        const Result<ui::FoundModel> checked = ui::checkModel(model, codecFor(model), m_places, &inspectPath);
        if (!checked) {
            return checked.error();
        }
        options.model = toPath(model);
        options.codec = toPath(checked.value().codecPath);
    } else if (options.codec.empty()) {
        options.codec = toPath(codecFor(QFileInfo(fromPath(options.model)).absoluteFilePath()));
    }
    if (options.codec.empty()) {
        return Error{ErrorCode::ModelNotFound, options.model, verbatim("its codec is not on this machine"),
                     verbatim(howToGet(ui::defaultEntry("codec").id).english() + ", or give --codec (or --demo)")};
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
    Result<ModelOptions> model = named.model.empty() || named.codec.empty() ? LocalModels().withDefault(named) : named;
    if (model) {
        if (const auto check = checkBeforeUse(model.value()); !check) {
            return check.error();
        }
    }
    return model;
}

} // namespace parley::cli
