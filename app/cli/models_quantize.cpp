// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/made_copy.h"
#include "cli/byte_text.h"
#include "cli/exit_status.h"
#include "cli/local_models.h"
#include "cli/models_commands.h"
#include "cli/progress.h"
#include "parley/smaller_copy.h"

#include <QDir>
#include <QFileInfo>
#include <array>
#include <cstdio>
#include <iostream>

namespace parley::cli {

namespace {

std::string percent(double share) {
    std::array<char, 32> text{};
    (void)std::snprintf(text.data(), text.size(), "%.3g %%", share * 100);
    return text.data();
}

void print(const SmallerCopy& copy) {
    std::cout << copy.folder.string() << "\n"
              << byteText(static_cast<std::int64_t>(copy.bytes)) << " in place of "
              << byteText(static_cast<std::int64_t>(copy.bytesBefore)) << "\n"
              << "over " << copy.steps << " steps against " << copy.comparedWith << ": the logits are off by "
              << percent(copy.rmsError) << " of their range (rms), " << percent(copy.otherChoices)
              << " of the likeliest tokens are others\n"
              << std::flush;
}

} // namespace

int quantizeModel(const QuantizeFlags& flags, Interrupt& interrupt) {
    const LocalModels local;
    const Result<LocalModel> model = local.named(QString::fromStdString(flags.model));
    if (!model) {
        return report(model.error());
    }
    const QString name = model.value().name;
    const QString format = QString::fromStdString(flags.format);
    const QString folder = flags.to.empty() ? QDir(local.folder()).absoluteFilePath(ui::copyFolderName(name, format))
                                            : QFileInfo(fromPath(flags.to)).absoluteFilePath();
    const ui::CopyOrder order{model.value().path, name, format, folder, flags.generation};
    Progress bar(true);
    const auto onProgress = [&](std::uint64_t done, std::uint64_t total) {
        bar.line(static_cast<double>(done) / static_cast<double>(total),
                 done < total ? "copying " + byteText(static_cast<std::int64_t>(done)) + " of " +
                                    byteText(static_cast<std::int64_t>(total))
                              : std::string("comparing the copy with its original"));
    };
    const Result<SmallerCopy> made = ui::makeCopy(order, &makeSmallerCopy, onProgress, interrupt.heed());
    bar.clear();
    if (!made) {
        return report(made.error());
    }
    print(made.value());
    if (const Result<LocalModel> copy = local.named(folder); copy && !copy.value().isListed) {
        complain("its folder is not where Parley looks for models; " + howToImport(folder).english());
    }
    return kExitOk;
}

} // namespace parley::cli
