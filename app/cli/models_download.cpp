// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/model_source.h"
#include "cli/byte_text.h"
#include "cli/exit_status.h"
#include "cli/local_models.h"
#include "cli/models_commands.h"
#include "cli/progress.h"
#include "downloads/downloads.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <iostream>
#include <optional>
#include <utility>

namespace parley::cli {

namespace {

std::string progressText(const ui::DownloadProgress& now) {
    using Phase = ui::DownloadProgress::Phase;
    const std::string file = text(now.file);
    switch (now.phase) {
    case Phase::Asking:
        return "asking about " + file;
    case Phase::Checking:
        return "reading what is here of " + file;
    case Phase::Waiting:
        return (now.problem ? now.problem->problem.english() : std::string("waiting")) + "; trying again in " +
               std::to_string(now.waitSeconds) + " s";
    case Phase::Unpacking:
        return "unpacking " + file;
    case Phase::Fetching:
        break;
    }
    std::string line = byteText(now.bytes) + (now.total > 0 ? " of " + byteText(now.total) : "");
    if (now.bytesPerSecond > 0) {
        line += ", " + byteText(static_cast<std::int64_t>(now.bytesPerSecond)) + "/s";
    }
    if (now.secondsLeft >= 0) {
        line += ", " + durationText(now.secondsLeft) + " left";
    }
    line += "; " + std::to_string(now.fileNumber) + "/" + std::to_string(now.fileCount) + " " + file;
    return now.fileSecondsLeft >= 0 && now.fileCount > 1 ? line + ", " + durationText(now.fileSecondsLeft) : line;
}

/// Downloads one after the other, on this thread's event loop.
class Bringer {
public:
    explicit Bringer(std::stop_token stop)
        : m_application(m_argc, nullptr),
          m_downloads(ui::hubSettings(QProcessEnvironment::systemEnvironment(), QDir::homePath())),
          m_stop(std::move(stop)) {}

    /// Prints where it is, or what went wrong; returns the exit status.
    [[nodiscard]] int bring(const ui::CatalogueEntry& entry, const QString& folder) {
        std::cerr << "parley-cli: " << text(entry.name)
                  << (entry.totalBytes() > 0 ? " (" + byteText(entry.totalBytes()) + ")" : std::string()) << " into "
                  << text(folder) << "\n";
        const ui::DownloadEnd end = run(entry, folder);
        if (end.error) {
            return report(*end.error);
        }
        for (const QString& file : end.brought.changed) {
            warn(text(file) + " is not the file that this version of Parley knows; the server has another one now");
        }
        std::cout << text(folder) << "\n" << std::flush;
        return kExitOk;
    }

private:
    ui::DownloadEnd run(const ui::CatalogueEntry& entry, const QString& folder) {
        Progress bar(true);
        ui::DownloadEnd result;
        const QObject scope; // the connections end with it
        QObject::connect(&m_downloads, &ui::Downloads::progressed, &scope,
                         [&](const QString&, const ui::DownloadProgress& progress) {
                             bar.line(progress.total > 0
                                          ? static_cast<double>(progress.bytes) / static_cast<double>(progress.total)
                                          : 0.0,
                                      progressText(progress));
                         });
        QObject::connect(&m_downloads, &ui::Downloads::ended, &scope, [&](const QString&, const ui::DownloadEnd& end) {
            result = end;
            QCoreApplication::quit();
        });
        const std::stop_callback onStop(m_stop, [&] {
            QMetaObject::invokeMethod(
                &m_downloads, [this, folder] { m_downloads.pause(folder); }, Qt::QueuedConnection);
        });
        m_downloads.start(entry, folder);
        QCoreApplication::exec();
        bar.clear();
        return result;
    }

    int m_argc = 0;
    QCoreApplication m_application;
    ui::Downloads m_downloads;
    std::stop_token m_stop;
};

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
    const Result<LocalModel> here = local.named(entry.repository.isEmpty() ? entry.id : entry.repository);
    return here && !here.value().isOwn && here.value().path != folder ? here.value().path : QString();
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
