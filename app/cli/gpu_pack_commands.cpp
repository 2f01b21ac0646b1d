// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/gpu_pack_commands.h"

#include "cli/bringer.h"
#include "cli/byte_text.h"
#include "cli/exit_status.h"
#include "cli/full_check.h"
#include "cli/local_models.h"
#include "cli/local_packs.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>
#include <iostream>

namespace parley::cli {

namespace {

constexpr const char* kName = "gpu-pack";

/// Whose terms apply, before anything of theirs is fetched.
void tellLicences(const ui::GpuPack& pack) {
    for (const ui::PackLicence& licence : pack.licences) {
        QStringList packages;
        for (const ui::PackWheel& wheel : pack.wheels) {
            if (wheel.licence == licence.id) {
                packages.append(wheel.package);
            }
        }
        std::cerr << "parley-cli: " << text(packages.join(QStringLiteral(", "))) << ": " << text(licence.name) << ", "
                  << text(licence.url.toString()) << "\n";
    }
}

/// Why the download makes no sense; nothing if it does, or for another machine.
std::optional<Error> objectionTo(const ui::GpuPack& pack, const DownloadFlags& flags) {
    std::optional<Error> objection = ui::objectionToPack(pack, buildInfo());
    if (objection && !flags.to.empty()) {
        warn(objection->message());
        return std::nullopt;
    }
    if (!objection) {
        if (const PackUse use = useOf(pack); !use.isOffered) {
            warn("the pack may be of no use here: " + use.objection.english());
        }
    }
    return objection;
}

} // namespace

bool isGpuPack(const std::string& name) {
    if (name == kName) {
        return true;
    }
    const QStringList folders = LocalPacks().folders();
    return std::any_of(folders.begin(), folders.end(), [&](const QString& folder) {
        return QFileInfo(folder).fileName() == QString::fromStdString(name);
    });
}

bool isGpuPackHere(const std::string& nameOrPath) {
    return isGpuPack(nameOrPath) || !packAt(nameOrPath).isEmpty();
}

int downloadGpuPack(const DownloadFlags& flags, Interrupt& interrupt) {
    const Result<ui::GpuPack> pack = ownPack();
    if (!pack) {
        return report(pack.error());
    }
    if (flags.source != kName && flags.source != text(pack.value().folder)) {
        return report(Error{ErrorCode::ModelNotFound, verbatim(flags.source),
                            verbatim("is a GPU pack that this version of Parley doesn't know"), howToGet(kName)});
    }
    if (const std::optional<Error> objection = objectionTo(pack.value(), flags)) {
        return report(*objection);
    }
    tellLicences(pack.value());
    const QString folder =
        flags.to.empty() ? LocalPacks().folderOf(pack.value()) : QFileInfo(fromPath(flags.to)).absoluteFilePath();
    Bringer bringer(interrupt.heed());
    const int status = bringer.bring(pack.value(), folder);
    if (status == kExitOk && !flags.to.empty()) {
        std::cerr << "parley-cli: to use it, set PARLEY_CUDA_DIR to that folder\n";
    }
    return status;
}

int verifyGpuPack(const std::string& name, const std::stop_token& stop) {
    const Result<QString> folder = LocalPacks().named(name);
    if (!folder) {
        return report(folder.error());
    }
    const std::string source = kName + (packAt(name).isEmpty() ? "" : " --to " + name);
    const std::optional<ui::PackHere> pack = ui::readPack(folder.value());
    if (!pack) {
        return report(Error{ErrorCode::ModelNotFound, verbatim(name), verbatim("has not come to its end"),
                            verbatim("go on with: parley-cli models download " + source)});
    }
    const FullCheckEnd end = checkAndTell(pack->name, ui::expectedFiles(*pack), source, stop);
    return end.status;
}

int verifyGpuPacks(const std::stop_token& stop) {
    int status = kExitOk;
    for (const QString& folder : LocalPacks().folders()) {
        if (ui::readPack(folder) && !stop.stop_requested()) {
            status = std::max(status, verifyGpuPack(text(QFileInfo(folder).fileName()), stop));
        }
    }
    return status;
}

int removeGpuPack(const std::string& name) {
    const Result<QString> folder = LocalPacks().named(name);
    if (!folder) {
        return report(folder.error());
    }
    const Result<qint64> freed = ui::removePack(folder.value());
    if (!freed) {
        return report(freed.error());
    }
    std::cout << "removed " << text(folder.value()) << " (" << byteText(freed.value()) << ")\n" << std::flush;
    return kExitOk;
}

int printGpuPackPath(const std::string& name) {
    const Result<QString> folder = LocalPacks().named(name);
    if (!folder) {
        return report(folder.error());
    }
    std::cout << text(folder.value()) << "\n" << std::flush;
    return kExitOk;
}

} // namespace parley::cli
