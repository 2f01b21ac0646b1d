// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/installed_model.h"
#include "cli/byte_text.h"
#include "cli/exit_status.h"
#include "cli/gpu_pack_commands.h"
#include "cli/local_models.h"
#include "cli/local_packs.h"
#include "cli/models_commands.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QFileInfo>
#include <iostream>

namespace parley::cli {

namespace {

std::string joined(const QStringList& parts) {
    QStringList some = parts;
    some.removeAll(QString());
    return text(some.join(QStringLiteral(", ")));
}

std::string faultOf(const ui::FoundModel& model) {
    if (model.error) {
        return model.error->message();
    }
    if (!model.missing.isEmpty()) {
        return std::to_string(model.missing.size()) + " of its weights are missing or don't fit; download again";
    }
    return model.isWhole() ? "" : "has no config.json beside it";
}

std::string verifiedText(const ui::ModelRecord& record) {
    if (!record.verified.isValid()) {
        return {};
    }
    return (record.wasWhole ? "verified " : "found damaged ") +
           text(record.verified.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")));
}

/// `taken`: path of the model that say takes.
void printInstalled(const ui::FoundFiles& found, const ui::LibraryState& state, const QString& taken) {
    const bool isNothing = found.models.isEmpty() && found.codecs.isEmpty() && LocalPacks().folders().isEmpty();
    std::cout << (isNothing ? "On this machine: nothing\n" : "On this machine\n");
    for (const ui::FoundModel& model : found.models) {
        std::cout << (model.modelPath == taken ? "* " : "  ") << text(model.name) << "\n    "
                  << joined({QString::fromStdString(byteText(static_cast<qint64>(model.bytes))),
                             model.generation.isEmpty() ? QString() : QStringLiteral("Dia ") + model.generation,
                             model.layout, model.dtype,
                             QString::fromStdString(verifiedText(ui::recordOf(state, model.modelPath)))})
                  << "\n    " << text(model.modelPath) << "\n";
        if (const std::string fault = faultOf(model); !fault.empty()) {
            std::cout << "    not usable: " << fault << "\n";
        }
    }
    for (const ui::FoundCodec& codec : found.codecs) {
        std::cout << "  " << text(codec.name) << "\n    "
                  << joined({QString::fromStdString(byteText(static_cast<qint64>(codec.bytes))),
                             QStringLiteral("codec"), codec.layout,
                             QString::fromStdString(verifiedText(ui::recordOf(state, codec.path)))})
                  << "\n    " << text(codec.path) << "\n";
    }
}

void printUnfinished(const QString& modelsFolder) {
    for (const QString& folder : ui::ownFolders(modelsFolder)) {
        if (const std::optional<ui::CatalogueEntry> entry = ui::readUnfinished(folder)) {
            std::cout << "  " << text(entry->name) << "\n    unfinished, " << byteText(ui::unfinishedBytes(folder))
                      << " are here; go on with: parley-cli models download " << text(QFileInfo(folder).fileName())
                      << "\n    " << text(folder) << "\n";
        }
    }
}

void printAvailable() {
    std::cout << "To download\n";
    for (const ui::CatalogueEntry& entry : ui::builtInCatalogue()) {
        std::cout << (entry.isDefault ? "* " : "  ") << text(entry.id) << "\n    "
                  << joined({entry.name, QString::fromStdString(byteText(entry.totalBytes())), entry.dtype,
                             entry.licence, entry.repository})
                  << "\n";
    }
    printGpuPackToHave();
    std::cout << "  or any repository as owner/name, or the https address of a file\n";
}

nlohmann::json jsonOf(const ui::FoundFiles& found, const QString& taken) {
    nlohmann::json models = nlohmann::json::array();
    for (const ui::FoundModel& model : found.models) {
        models.push_back({{"name", text(model.name)},
                          {"path", text(model.modelPath)},
                          {"codec", text(model.codecPath)},
                          {"bytes", model.bytes},
                          {"generation", text(model.generation)},
                          {"layout", text(model.layout)},
                          {"dtype", text(model.dtype)},
                          {"usable", model.isWhole()},
                          {"own", ui::readInstalled(model.modelPath).has_value()},
                          {"default", model.modelPath == taken}});
    }
    nlohmann::json codecs = nlohmann::json::array();
    for (const ui::FoundCodec& codec : found.codecs) {
        codecs.push_back({{"name", text(codec.name)},
                          {"path", text(codec.path)},
                          {"bytes", codec.bytes},
                          {"layout", text(codec.layout)},
                          {"own", ui::readInstalled(codec.path).has_value()}});
    }
    nlohmann::json available = nlohmann::json::array();
    for (const ui::CatalogueEntry& entry : ui::builtInCatalogue()) {
        available.push_back({{"id", text(entry.id)}, {"kind", text(entry.kind)}, {"bytes", entry.totalBytes()}});
    }
    nlohmann::json all{{"models", models}, {"codecs", codecs}, {"available", available}};
    addGpuPacks(all);
    return all;
}

} // namespace

int listModels(bool asJson) {
    const LocalModels local;
    const ui::FoundFiles found = local.find();
    const QString taken = local.defaultModel(found);
    if (asJson) {
        // Names come from disks and may be no UTF-8.
        std::cout << jsonOf(found, taken).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << "\n"
                  << std::flush;
        return kExitOk;
    }
    printInstalled(found, ui::readLibrary(local.folder()), taken);
    printUnfinished(local.folder());
    printGpuPacksHere();
    printAvailable();
    std::cout << "Models folder: " << text(local.folder()) << "\n" << std::flush;
    return kExitOk;
}

} // namespace parley::cli
