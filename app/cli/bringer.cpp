// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/bringer.h"

#include "cli/byte_text.h"
#include "cli/download_lines.h"
#include "cli/exit_status.h"
#include "cli/local_models.h"
#include "cli/progress.h"

#include <QDir>
#include <QProcessEnvironment>
#include <iostream>
#include <utility>

namespace parley::cli {

Bringer::Bringer(std::stop_token stop)
    : m_application(m_argc, nullptr),
      m_downloads(ui::hubSettings(QProcessEnvironment::systemEnvironment(), QDir::homePath())),
      m_stop(std::move(stop)) {}

int Bringer::bring(const ui::CatalogueEntry& entry, const QString& folder) {
    return bring(entry.name, entry.totalBytes(), folder, [&] { m_downloads.start(entry, folder); });
}

int Bringer::bring(const ui::GpuPack& pack, const QString& folder) {
    return bring(pack.name, pack.bytesToFetch(), folder, [&] { m_downloads.start(pack, folder); });
}

int Bringer::bring(const QString& name, qint64 bytes, const QString& folder, const std::function<void()>& start) {
    std::cerr << "parley-cli: " << text(name) << (bytes > 0 ? " (" + byteText(bytes) + ")" : std::string()) << " into "
              << text(folder) << "\n";
    const ui::DownloadEnd end = run(folder, start);
    if (end.error) {
        return report(*end.error);
    }
    for (const QString& file : end.brought.changed) {
        warn(text(file) + " is not the file that this version of Parley knows; the server has another one now");
    }
    std::cout << text(folder) << "\n" << std::flush;
    return kExitOk;
}

ui::DownloadEnd Bringer::run(const QString& folder, const std::function<void()>& start) {
    Progress bar(true);
    DownloadLines lines;
    ui::DownloadEnd result;
    const QObject scope; // the connections end with it
    QObject::connect(
        &m_downloads, &ui::Downloads::progressed, &scope, [&](const QString&, const ui::DownloadProgress& progress) {
            if (!bar.isShown()) {
                if (const std::string line = lines.due(progress); !line.empty()) {
                    complain(line);
                }
                return;
            }
            bar.line(progress.total > 0 ? static_cast<double>(progress.bytes) / static_cast<double>(progress.total)
                                        : 0.0,
                     progressText(progress));
        });
    QObject::connect(&m_downloads, &ui::Downloads::ended, &scope, [&](const QString&, const ui::DownloadEnd& end) {
        result = end;
        QCoreApplication::quit();
    });
    const std::stop_callback onStop(m_stop, [&] {
        QMetaObject::invokeMethod(&m_downloads, [this, folder] { m_downloads.pause(folder); }, Qt::QueuedConnection);
    });
    start();
    QCoreApplication::exec();
    bar.clear();
    return result;
}

} // namespace parley::cli
