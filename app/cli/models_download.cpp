// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/model_source.h"
#include "cli/bringer.h"
#include "cli/exit_status.h"
#include "cli/gpu_pack_commands.h"
#include "cli/local_models.h"
#include "cli/models_commands.h"

#include <QDir>
#include <QFileInfo>
#include <iostream>
#include <optional>

namespace parley::cli {

namespace {

Result<ui::CatalogueEntry> entryOf(const QString& source, const QString& folder) {
    // A folder's name goes on with what was begun there, whatever it came from.
    const QString own = QDir(folder).absoluteFilePath(source);
    if (ui::isSafeId(source) && !ui::catalogueEntry(source)) {
        if (const std::optional<ui::CatalogueEntry> begun = ui::readUnfinished(own)) {
            return *begun;
        }
        if (const std::optional<ui::InstalledModel> here = ui::readInstalled(own)) {
            return here->entry;
        }
    }
    return ui::sourceOf(source);
}

/// The path of what another program's cache has of this entry already; empty: nothing.
QString elsewhere(const LocalModels& local, const ui::CatalogueEntry& entry, const QString& folder) {
    const LocalModel here =
        local.allNamed(entry.repository.isEmpty() ? entry.id : entry.repository).value(0, LocalModel{{}, folder});
    return !here.isOwn && here.path != folder ? here.path : QString();
}

/// The codec that comes along with an entry; nothing if it is one itself.
std::optional<ui::CatalogueEntry> codecOf(const ui::CatalogueEntry& entry) {
    if (entry.kind == QLatin1String("codec")) {
        return std::nullopt;
    }
    return ui::catalogueEntry(entry.codec.isEmpty() ? ui::defaultEntry(QStringLiteral("codec")).id : entry.codec);
}

} // namespace

int downloadModel(const DownloadFlags& flags, Interrupt& interrupt) {
    if (isGpuPack(flags.source)) {
        return downloadGpuPack(flags, interrupt);
    }
    const LocalModels local;
    const Result<ui::CatalogueEntry> entry = entryOf(QString::fromStdString(flags.source), local.folder());
    if (!entry) {
        return report(entry.error());
    }
    const QString folder = flags.to.empty() ? QDir(local.folder()).absoluteFilePath(entry.value().id)
                                            : QFileInfo(fromPath(flags.to)).absoluteFilePath();
    const QString there = flags.evenIfHere || !flags.to.empty() ? QString() : elsewhere(local, entry.value(), folder);
    Bringer bringer(interrupt.heed());
    if (!there.isEmpty()) {
        std::cerr << "parley-cli: " << text(entry.value().name)
                  << " is here already (--again brings it all the same)\n";
        std::cout << text(there) << "\n" << std::flush;
    } else if (const int status = bringer.bring(entry.value(), folder); status != kExitOk) {
        return status;
    }
    const std::optional<ui::CatalogueEntry> codec = codecOf(entry.value());
    if (!codec || flags.withoutCodec || !local.find().codecs.isEmpty()) {
        return kExitOk;
    }
    return bringer.bring(*codec, QDir(local.folder()).absoluteFilePath(codec->id));
}

} // namespace parley::cli
