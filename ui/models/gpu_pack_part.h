// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/gpu_pack_card.h"
#include "models/managed_model.h"

#include <QWidget>
#include <optional>

class QVBoxLayout;

namespace parley::ui {

class DownloadCard;

/// What there is to show of GPU packs.
struct GpuPackView {
    QList<ManagedPack> packs;                ///< those on this machine
    std::optional<ManagedDownload> download; ///< one that comes or can be gone on with
    std::optional<GpuPack> offer;            ///< one that would help
    QString problem{};                       ///< why this program's own isn't known, as sentences; empty: it is
};

/// The model manager's part about GPU packs: hidden while there is nothing to tell.
class GpuPackPart : public QWidget {
    Q_OBJECT

public:
    explicit GpuPackPart(QWidget* parent = nullptr);

    void setView(const GpuPackView& view);
    /// The download that is shown, later.
    void updateDownload(const ManagedDownload& download);

Q_SIGNALS:
    void downloadRequested(); ///< also to go on with one
    void pauseRequested();
    void removeRequested(const QString& folder);

private:
    void addDownload(const ManagedDownload& download);

    QVBoxLayout* m_cards;
    QList<QWidget*> m_shown;
    DownloadCard* m_download = nullptr;
};

} // namespace parley::ui
