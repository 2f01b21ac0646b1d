// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/byte_text.h"
#include "cli/gpu_pack_commands.h"
#include "cli/local_models.h"
#include "cli/local_packs.h"

#include <nlohmann/json.hpp>

#include <QFileInfo>
#include <iostream>

namespace parley::cli {

namespace {

/// What is wrong with a whole pack, as far as sizes tell; empty if nothing is.
std::string faultOf(const ui::PackHere& pack, const std::string& folderName) {
    if (std::string(buildInfo().torch) != text(pack.torch)) {
        return "for torch " + text(pack.torch) + ", and this program has " + std::string(buildInfo().torch) +
               "; remove it with: parley-cli models remove " + folderName;
    }
    const QList<Error> faults = ui::checkQuickly(ui::expectedFiles(pack));
    return faults.isEmpty() ? std::string() : "not usable: " + faults.first().message();
}

} // namespace

void printGpuPacksHere() {
    for (const QString& folder : LocalPacks().folders()) {
        const std::string name = text(QFileInfo(folder).fileName());
        if (const std::optional<ui::PackHere> pack = ui::readPack(folder)) {
            std::cout << "  " << text(pack->name) << "\n    " << byteText(bytesOf(*pack)) << ", GPU pack\n    "
                      << text(folder) << "\n";
            const std::string fault = faultOf(*pack, name);
            std::cout << (fault.empty() ? "" : "    " + fault + "\n");
        }
        if (ui::isPackUnfinished(folder)) {
            std::cout << "  " << name << "\n    unfinished, " << byteText(ui::packPartBytes(folder))
                      << " are here; go on with: parley-cli models download gpu-pack\n    " << text(folder) << "\n";
        }
    }
}

void printGpuPackToHave() {
    const Result<ui::GpuPack> pack = ownPack();
    if (pack && useOf(pack.value()).isOffered) {
        std::cout << "  " << text(pack.value().id) << "\n    " << text(pack.value().name) << ", "
                  << byteText(pack.value().bytesToFetch()) << ", for NVIDIA GPUs\n";
    }
}

void addGpuPacks(nlohmann::json& json) {
    nlohmann::json packs = nlohmann::json::array();
    for (const QString& folder : LocalPacks().folders()) {
        const std::optional<ui::PackHere> pack = ui::readPack(folder);
        packs.push_back({{"name", pack ? text(pack->name) : text(QFileInfo(folder).fileName())},
                         {"path", text(folder)},
                         {"torch", pack ? text(pack->torch) : std::string()},
                         {"bytes", pack ? bytesOf(*pack) : ui::packPartBytes(folder)},
                         {"whole", pack.has_value()}});
    }
    json["gpu_packs"] = packs;
    const Result<ui::GpuPack> own = ownPack();
    if (own && useOf(own.value()).isOffered) {
        json["available"].push_back(
            {{"id", text(own.value().id)}, {"kind", "gpu-pack"}, {"bytes", own.value().bytesToFetch()}});
    }
}

} // namespace parley::cli
