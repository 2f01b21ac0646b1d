// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/installed_model.h"
#include "cli/byte_text.h"
#include "cli/exit_status.h"
#include "cli/gpu_pack_commands.h"
#include "cli/local_models.h"
#include "cli/models_commands.h"
#include "parley/inspect.h"

#include <QDir>
#include <QFileInfo>
#include <iostream>

namespace parley::cli {

namespace {

/// Whether there is anything in the folder that Parley can use.
bool hasModels(const QString& folder) {
    const ui::FoundFiles found = ui::findAll({{folder}, {}}, &inspectPath);
    return !found.models.isEmpty() || !found.codecs.isEmpty();
}

} // namespace

int printModelPath(const std::string& name) {
    if (isGpuPackHere(name)) {
        return printGpuPackPath(name);
    }
    const Result<LocalModel> model = LocalModels().named(QString::fromStdString(name));
    if (!model) {
        return report(model.error());
    }
    std::cout << text(model.value().path) << "\n" << std::flush;
    return kExitOk;
}

int removeModel(const std::string& name) {
    if (isGpuPackHere(name)) {
        return removeGpuPack(name);
    }
    const LocalModels local;
    const QString added = QDir(QString::fromStdString(name)).absolutePath();
    if (ui::readLibrary(local.folder()).folders.contains(added)) {
        const auto failure =
            ui::changeLibrary(local.folder(), [&](ui::LibraryState& state) { state.folders.removeAll(added); });
        if (failure) {
            return report(*failure);
        }
        std::cout << "forgot " << text(added) << "; its files are where they were\n" << std::flush;
        return kExitOk;
    }
    const Result<LocalModel> model = local.anyNamed(QString::fromStdString(name));
    if (!model) {
        return report(model.error());
    }
    const Result<qint64> freed = ui::removeInstalled(model.value().path);
    if (!freed) {
        return report(freed.error());
    }
    std::cout << "removed " << text(model.value().path) << " (" << byteText(freed.value()) << ")\n" << std::flush;
    return kExitOk;
}

int importFolder(const std::filesystem::path& folder) {
    const LocalModels local;
    const QString path = QFileInfo(fromPath(folder)).absoluteFilePath();
    if (!QFileInfo(path).isDir()) {
        return report(Error{ErrorCode::ModelNotFound, verbatim(text(path)),
                            verbatim(QFileInfo::exists(path) ? "is not a folder" : "does not exist"),
                            verbatim("give a folder with models in it")});
    }
    if (!hasModels(path)) {
        return report(Error{ErrorCode::ModelNotFound, verbatim(text(path)), verbatim("holds no model and no codec"),
                            verbatim("give a folder that does")});
    }
    const auto failure =
        ui::changeLibrary(local.folder(), [&](ui::LibraryState& state) { ui::addFolder(state, path); });
    if (failure) {
        return report(*failure);
    }
    std::cout << text(path) << "\n" << std::flush;
    return kExitOk;
}

int useModel(const std::string& name) {
    const LocalModels local;
    const Result<LocalModel> model = local.named(QString::fromStdString(name));
    if (!model) {
        return report(model.error());
    }
    if (!model.value().isListed) {
        return report(Error{ErrorCode::ModelNotFound, verbatim(text(model.value().path)),
                            verbatim("is not where Parley looks for models"), howToImport(model.value().path)});
    }
    const auto failure = ui::changeLibrary(local.folder(), [&](ui::LibraryState& state) {
        (model.value().isCodec ? state.defaultCodec : state.defaultModel) = model.value().path;
    });
    if (failure) {
        return report(*failure);
    }
    std::cout << text(model.value().path) << "\n" << std::flush;
    return kExitOk;
}

} // namespace parley::cli
