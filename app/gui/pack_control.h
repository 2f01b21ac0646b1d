// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bridge/speech_service.h" // makes Error a type that signals can carry
#include "downloads/downloads.h"
#include "models/gpu_pack_part.h"

#include <QFutureWatcher>
#include <QObject>

namespace parley::gui {

/// GPU packs in the model manager: looks for them, brings this program's own where it would help, and removes them.
class PackControl : public QObject {
    Q_OBJECT

public:
    explicit PackControl(QObject* parent = nullptr);
    PackControl(const PackControl&) = delete;
    PackControl& operator=(const PackControl&) = delete;
    ~PackControl() override;

    /// Shows itself there from now on, and does what is asked there.
    void attach(ui::GpuPackPart& part);
    /// What there is to show now.
    [[nodiscard]] ui::GpuPackView view() const;

Q_SIGNALS:
    void changed();
    void progressed(const parley::ui::ManagedDownload& download);
    void failed(const parley::Error& error);
    void told(const QString& sentence);

private:
    void start();
    void remove(const QString& folder);
    void finish(const ui::DownloadEnd& end);
    [[nodiscard]] QString problemOf(const ui::PackHere& pack) const;

    QString m_place; ///< the folder of packs
    std::optional<ui::GpuPack> m_pack;
    QString m_listProblem; ///< why there is no m_pack
    QString m_folder;      ///< where this program's own lies or would
    ui::Downloads m_downloads;
    ui::ManagedDownload m_download;
    QFutureWatcher<bool> m_looked;
    bool m_wouldHelp = false; ///< a GPU of this machine lacks it, or did when the program started
};

} // namespace parley::gui
