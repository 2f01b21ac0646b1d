// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/file_check.h"
#include "cli/byte_text.h"
#include "cli/exit_status.h"
#include "cli/local_models.h"
#include "cli/models_commands.h"
#include "cli/progress.h"

#include <iostream>

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
    Progress bar(true);
    const ui::FullCheck check = ui::checkFully(
        ui::expectedFiles(path),
        [&](qint64 done, qint64 total) {
            bar.line(static_cast<double>(done) / static_cast<double>(std::max<qint64>(total, 1)),
                     "reading " + text(name) + ", " + byteText(done) + " of " + byteText(total));
        },
        stop);
    bar.clear();
    if (check.wasStopped) {
        return report(Error{ErrorCode::Cancelled, {}, verbatim("cancelled"), {}});
    }
    const std::optional<ui::InstalledModel> own = ui::readInstalled(path);
    for (Error fault : check.faults) {
        if (own) {
            fault.remedy = verbatim("download again: parley-cli models download " + text(own->entry.id));
        }
        complain(fault.message());
    }
    std::cout << text(name) << ": " << check.right << " right, " << check.unknown << " without a known hash, "
              << check.faults.size() << " wrong\n"
              << std::flush;
    record(local, path, check);
    return check.faults.isEmpty() ? kExitOk : kExitFailed;
}

} // namespace

int verifyModels(const std::string& name, Interrupt& interrupt) {
    const LocalModels local;
    const std::stop_token stop = interrupt.heed();
    if (!name.empty()) {
        const Result<LocalModel> model = local.named(QString::fromStdString(name));
        return model ? verifyOne(local, model.value().name, model.value().path, stop) : report(model.error());
    }
    const ui::FoundFiles found = local.find();
    int status = kExitOk;
    for (const ui::FoundModel& model : found.models) {
        status = std::max(status, verifyOne(local, model.name, model.modelPath, stop));
    }
    for (const ui::FoundCodec& codec : found.codecs) {
        status = std::max(status, verifyOne(local, codec.name, codec.path, stop));
    }
    return status;
}

} // namespace parley::cli
