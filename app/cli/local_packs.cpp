// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/local_packs.h"

#include "cli/local_models.h"
#include "parley/devices.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace parley::cli {

Result<ui::GpuPack> ownPack() {
    return ui::ownGpuPack(QProcessEnvironment::systemEnvironment());
}

LocalPacks::LocalPacks() : m_folder(ui::gpuPacksFolder(QProcessEnvironment::systemEnvironment(), QDir::homePath())) {}

QString LocalPacks::folderOf(const ui::GpuPack& pack) const {
    return QDir(m_folder).absoluteFilePath(pack.folder);
}

QString packAt(const std::string& path) {
    const QString folder = QDir(QString::fromStdString(path)).absolutePath();
    return path.find('/') != std::string::npos && (ui::readPack(folder) || ui::isPackUnfinished(folder)) ? folder
                                                                                                         : QString();
}

Result<QString> LocalPacks::named(const std::string& name) const {
    if (const QString path = packAt(name); !path.isEmpty()) {
        return path;
    }
    const Result<ui::GpuPack> own = ownPack();
    if (!own) {
        return own.error();
    }
    QString folder = folderOf(own.value());
    if (QString::fromStdString(name) != own.value().id) {
        folder = QDir(m_folder).absoluteFilePath(QString::fromStdString(name));
    }
    if (!folders().contains(folder)) {
        return Error{ErrorCode::ModelNotFound, verbatim(name), verbatim("is not on this machine"),
                     howToGet(own.value().id)};
    }
    return folder;
}

PackUse useOf(const ui::GpuPack& pack) {
    if (const std::optional<Error> objection = ui::objectionToPack(pack, buildInfo())) {
        return {false, verbatim(objection->message())};
    }
    Phrase reason;
    for (const DeviceInfo& device : listDevices()) {
        if (device.lacksLibraries) {
            return {true, {}};
        }
        if (device.kind == DeviceKind::Cuda && !device.available && reason.empty()) {
            reason = device.reason;
        }
    }
    return {false, reason.empty() ? phrase("CUDA's libraries are here already") : reason};
}

} // namespace parley::cli
