// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models/gpu_pack_part.h"

#include "models/download_card.h"
#include "models/panel_parts.h"

#include <QVBoxLayout>
#include <utility>

namespace parley::ui {

GpuPackPart::GpuPackPart(QWidget* parent) : QWidget(parent), m_cards(new QVBoxLayout) {
    setObjectName(QStringLiteral("gpuPackPart"));
    m_cards->setSpacing(8);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->addWidget(new Heading(tr("GPU pack"), 1.1));
    column->addLayout(m_cards);
    hide();
}

void GpuPackPart::setView(const GpuPackView& view) {
    for (QWidget* const card : std::exchange(m_shown, {})) {
        m_cards->removeWidget(card);
        card->hide();
        card->deleteLater(); // it may be the sender of the signal that is being handled
    }
    m_download = nullptr;
    for (const ManagedPack& pack : view.packs) {
        auto* const card = new GpuPackCard(pack);
        m_shown.append(card);
        connect(card, &GpuPackCard::removeRequested, this,
                [this, folder = pack.folder] { Q_EMIT removeRequested(folder); });
    }
    if (!view.problem.isEmpty()) {
        m_shown.append(new GpuPackListCard(view.problem));
    }
    if (view.download) {
        addDownload(*view.download);
    } else if (view.offer) {
        auto* const card = new GpuPackOffer(*view.offer);
        m_shown.append(card);
        connect(card, &GpuPackOffer::downloadRequested, this, &GpuPackPart::downloadRequested);
    }
    for (QWidget* const card : std::as_const(m_shown)) {
        m_cards->addWidget(card);
    }
    setVisible(!m_shown.isEmpty());
}

void GpuPackPart::addDownload(const ManagedDownload& download) {
    m_download = new DownloadCard(download);
    m_shown.append(m_download);
    connect(m_download, &DownloadCard::resumeRequested, this, &GpuPackPart::downloadRequested);
    connect(m_download, &DownloadCard::pauseRequested, this, &GpuPackPart::pauseRequested);
    connect(m_download, &DownloadCard::discardRequested, this,
            [this, folder = download.folder] { Q_EMIT removeRequested(folder); });
}

void GpuPackPart::updateDownload(const ManagedDownload& download) {
    if (m_download != nullptr) {
        m_download->setDownload(download);
    }
}

} // namespace parley::ui
