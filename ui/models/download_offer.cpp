// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models/download_offer.h"

#include "catalogue/catalogue.h"
#include "models/download_card.h"
#include "models/panel_parts.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

namespace parley::ui {

DownloadOffer::DownloadOffer(QWidget* parent) : QWidget(parent), m_offer(new QWidget), m_cards(new QVBoxLayout) {
    setObjectName(QStringLiteral("downloadOfferPart"));
    const CatalogueEntry model = defaultEntry(QStringLiteral("model"));
    const CatalogueEntry codec = defaultEntry(QStringLiteral("codec"));
    auto* const words = makeHint(
        QStringLiteral("downloadOfferWords"),
        tr("%1 (%2) and the codec that makes sound of what it says (%3), from the Hugging Face hub. A download that "
           "breaks off goes on where it was.")
            .arg(model.name, sizeText(model.totalBytes()), sizeText(codec.totalBytes())));
    auto* const download = new QPushButton(tr("Download %1").arg(sizeText(model.totalBytes() + codec.totalBytes())));
    download->setObjectName(QStringLiteral("downloadStandardModel"));
    auto* const row = new QHBoxLayout(m_offer);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(words, 1);
    row->addWidget(download, 0, Qt::AlignBottom);
    m_cards->setSpacing(8);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(new Heading(tr("Download the model"), 1.1));
    column->addWidget(m_offer);
    column->addLayout(m_cards);
    connect(download, &QPushButton::clicked, this, &DownloadOffer::downloadRequested);
}

void DownloadOffer::setDownloads(const QList<ManagedDownload>& downloads) {
    for (DownloadCard* const card : std::exchange(m_shown, {})) {
        m_cards->removeWidget(card);
        card->hide();
        card->deleteLater(); // it may be the sender of the signal that is being handled
    }
    for (const ManagedDownload& download : downloads) {
        auto* const card = new DownloadCard(download);
        m_cards->addWidget(card);
        m_shown.append(card);
        const QString folder = download.folder;
        connect(card, &DownloadCard::pauseRequested, this, [this, folder] { Q_EMIT pauseRequested(folder); });
        connect(card, &DownloadCard::resumeRequested, this, [this, folder] { Q_EMIT resumeRequested(folder); });
        connect(card, &DownloadCard::discardRequested, this, [this, folder] { Q_EMIT discardRequested(folder); });
    }
    m_offer->setVisible(downloads.isEmpty());
}

void DownloadOffer::updateDownload(const ManagedDownload& download) {
    for (DownloadCard* const card : std::as_const(m_shown)) {
        if (card->folder() == download.folder) {
            card->setDownload(download);
        }
    }
}

} // namespace parley::ui
