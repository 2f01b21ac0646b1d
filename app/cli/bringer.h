// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "downloads/downloads.h"

#include <QCoreApplication>
#include <functional>
#include <stop_token>

namespace parley::cli {

/// Downloads one after the other, on this thread's event loop, with a bar on the terminal, or a line
/// now and then where there is none. One at a time.
class Bringer {
public:
    /// A stop pauses the download.
    explicit Bringer(std::stop_token stop);

    /// Prints where it is, or what went wrong; returns the exit status.
    [[nodiscard]] int bring(const ui::CatalogueEntry& entry, const QString& folder);
    [[nodiscard]] int bring(const ui::GpuPack& pack, const QString& folder);

private:
    [[nodiscard]] int bring(const QString& name, qint64 bytes, const QString& folder,
                            const std::function<void()>& start);
    [[nodiscard]] ui::DownloadEnd run(const QString& folder, const std::function<void()>& start);

    int m_argc = 0;
    QCoreApplication m_application;
    ui::Downloads m_downloads;
    std::stop_token m_stop;
};

} // namespace parley::cli
