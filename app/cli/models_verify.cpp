// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/exit_status.h"
#include "cli/full_check.h"
#include "cli/gpu_pack_commands.h"
#include "cli/local_models.h"
#include "cli/models_commands.h"

#include <algorithm>

namespace parley::cli {

namespace {

void record(const LocalModels& local, const QString& path, const ui::FullCheck& check) {
    const auto failure = ui::changeLibrary(
        local.folder(), [&](ui::LibraryState& state) { ui::noteVerified(state, path, check.faults.isEmpty()); });
    if (failure) {
        warn(failure->message());
    }
}

int verifyOne(const LocalModels& local, const QString& name, const QString& path, const std::stop_token& stop) {
    const std::optional<ui::InstalledModel> own = ui::readInstalled(path);
    const QList<ui::FileExpected> files = ui::expectedFiles(path);
    const FullCheckEnd end = checkAndTell(name, files, own ? text(own->entry.id) : "", stop);
    if (!end.check.wasStopped && !files.isEmpty()) { // of nothing, nothing can be said
        record(local, path, end.check);
    }
    return end.status;
}

} // namespace

int verifyModels(const std::string& name, Interrupt& interrupt) {
    const std::stop_token stop = interrupt.heed();
    if (!name.empty() && isGpuPackHere(name)) {
        return verifyGpuPack(name, stop);
    }
    const LocalModels local;
    if (!name.empty()) {
        const Result<LocalModel> model = local.named(QString::fromStdString(name));
        return model ? verifyOne(local, model.value().name, model.value().path, stop) : report(model.error());
    }
    const ui::FoundFiles found = local.find();
    int status = kExitOk;
    const auto verify = [&](const QString& called, const QString& path) {
        if (status != kExitCancelled) { // one word is enough, and the rest need not be begun
            status = std::max(status, verifyOne(local, called, path, stop));
        }
    };
    for (const ui::FoundModel& model : found.models) {
        verify(model.name, model.modelPath);
    }
    for (const ui::FoundCodec& codec : found.codecs) {
        verify(codec.name, codec.path);
    }
    return status == kExitCancelled ? status : std::max(status, verifyGpuPacks(stop));
}

} // namespace parley::cli
