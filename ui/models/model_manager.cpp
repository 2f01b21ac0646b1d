// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models/model_manager.h"

#include "bridge/error_text.h"
#include "models/copy_card.h"
#include "models/download_card.h"
#include "models/gpu_pack_part.h"
#include "models/managed_card.h"
#include "models/offer_card.h"
#include "models/panel_parts.h"
#include "widgets/notice_bar.h"

#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

namespace parley::ui {

namespace {

constexpr int kLineCharacters = 126;
constexpr int kLines = 45;

QVBoxLayout* makeCards() {
    auto* const cards = new QVBoxLayout;
    cards->setSpacing(8);
    return cards;
}

void clear(QVBoxLayout* cards) {
    while (QLayoutItem* const item = cards->takeAt(0)) {
        // A card may be the sender of the signal that is being handled.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

/// The card that is still shown and fits.
template <typename Kind, typename Fits>
Kind* findCard(const QVBoxLayout* cards, const Fits& fits) {
    for (int i = 0; i < cards->count(); ++i) {
        auto* const card = qobject_cast<Kind*>(cards->itemAt(i)->widget());
        if (card != nullptr && fits(*card)) {
            return card;
        }
    }
    return nullptr;
}

} // namespace

ModelManager::ModelManager(QWidget* parent)
    : QDialog(parent), m_disk(makeHint(QStringLiteral("managerDisk"), {})), m_notice(new NoticeBar),
      m_state(makeHint(QStringLiteral("managerState"), tr("Looking for models…"))), m_models(makeCards()),
      m_copies(makeCards()), m_downloadPart(new QWidget), m_downloads(new QVBoxLayout), m_gpuPacks(new GpuPackPart),
      m_offers(makeCards()), m_source(new QLineEdit) {
    setObjectName(QStringLiteral("modelManager"));
    setWindowTitle(tr("Models"));
    const QSize wanted(fontMetrics().averageCharWidth() * kLineCharacters, fontMetrics().height() * kLines);
    resize(wanted.boundedTo(screen()->availableSize()));
    m_notice->setObjectName(QStringLiteral("managerNotice"));
    layOut();
}

void ModelManager::layOut() {
    auto* const page = new QWidget;
    auto* const column = new QVBoxLayout(page);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    auto* const add = new QPushButton(tr("&Add a folder…"));
    add->setObjectName(QStringLiteral("addModelFolder"));
    add->setAutoDefault(false);
    add->setToolTip(tr("Look for models in that folder, too. Nothing in it is changed."));
    connect(add, &QPushButton::clicked, this, &ModelManager::chooseFolder);
    auto* const top = new QHBoxLayout;
    top->addWidget(new Heading(tr("On this machine"), 1.1), 1);
    top->addWidget(add);
    column->addLayout(top);
    column->addWidget(m_disk);
    column->addWidget(m_state);
    column->addLayout(m_copies);
    column->addLayout(m_models);
    auto* const coming = new QVBoxLayout(m_downloadPart);
    coming->setContentsMargins(0, 8, 0, 0);
    coming->addWidget(new Heading(tr("Downloads"), 1.1));
    m_downloads->setSpacing(8);
    coming->addLayout(m_downloads);
    m_downloadPart->hide();
    column->addWidget(m_downloadPart);
    column->addWidget(m_gpuPacks);
    column->addSpacing(8);
    column->addWidget(new Heading(tr("To download"), 1.1));
    column->addLayout(m_offers);
    column->addWidget(makeSource());
    column->addStretch(1);

    auto* const area = new QScrollArea;
    area->setObjectName(QStringLiteral("managerArea"));
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    area->setWidget(page);
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_notice);
    whole->addWidget(area, 1);
}

QWidget* ModelManager::makeSource() {
    auto* const part = new QWidget;
    m_source->setObjectName(QStringLiteral("modelSource"));
    m_source->setPlaceholderText(tr("Another model: owner/name on the Hugging Face hub, or an https address"));
    m_source->setAccessibleName(tr("Repository or address of a model"));
    auto* const download = new QPushButton(tr("&Download"));
    download->setObjectName(QStringLiteral("downloadSource"));
    download->setAutoDefault(false);
    auto* const row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_source, 1);
    row->addWidget(download);
    connect(download, &QPushButton::clicked, this, &ModelManager::requestSource);
    connect(m_source, &QLineEdit::returnPressed, this, &ModelManager::requestSource);
    return part;
}

void ModelManager::requestSource() {
    if (const QString source = m_source->text().trimmed(); !source.isEmpty()) {
        m_notice->clear();
        Q_EMIT downloadRequested(source);
    }
}

void ModelManager::chooseFolder() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("A folder with models"), QDir::homePath());
    if (!folder.isEmpty()) {
        m_notice->clear();
        Q_EMIT folderChosen(folder);
    }
}

void ModelManager::setModels(const QList<ManagedModel>& models) {
    clear(m_models);
    for (const ManagedModel& model : models) {
        addModel(model);
    }
    m_state->setVisible(models.isEmpty());
    m_state->setText(tr("There is no model yet. Download one below, or add a folder that holds some."));
}

void ModelManager::addModel(const ManagedModel& model) {
    auto* const card = new ManagedCard(model);
    m_models->addWidget(card);
    connect(card, &ManagedCard::useRequested, this, [this, model] { Q_EMIT useRequested(model); });
    connect(card, &ManagedCard::copyRequested, this, [this, model] { Q_EMIT copyRequested(model); });
    connect(card, &ManagedCard::verifyRequested, this, [this, model] { Q_EMIT verifyRequested(model.path); });
    connect(card, &ManagedCard::stopRequested, this, [this, model] { Q_EMIT stopRequested(model.path); });
    connect(card, &ManagedCard::revealRequested, this, [this, model] { Q_EMIT revealRequested(model.path); });
    connect(card, &ManagedCard::removeRequested, this, [this, model] { Q_EMIT removeRequested(model); });
    connect(card, &ManagedCard::againRequested, this, [this, model] { Q_EMIT againRequested(model.path); });
    connect(card, &ManagedCard::noteChanged, this,
            [this, model](const QString& note) { Q_EMIT noteChanged(model.path, note); });
}

void ModelManager::setDownloads(const QList<ManagedDownload>& downloads) {
    clear(m_downloads);
    for (const ManagedDownload& download : downloads) {
        auto* const card = new DownloadCard(download);
        m_downloads->addWidget(card);
        const QString folder = download.folder;
        connect(card, &DownloadCard::pauseRequested, this, [this, folder] { Q_EMIT pauseRequested(folder); });
        connect(card, &DownloadCard::resumeRequested, this, [this, folder] { Q_EMIT resumeRequested(folder); });
        connect(card, &DownloadCard::discardRequested, this, [this, folder] { Q_EMIT discardRequested(folder); });
    }
    m_downloadPart->setVisible(!downloads.isEmpty());
}

void ModelManager::updateDownload(const ManagedDownload& download) {
    auto* const card =
        findCard<DownloadCard>(m_downloads, [&](const DownloadCard& each) { return each.folder() == download.folder; });
    if (card != nullptr) {
        card->setDownload(download);
    }
}

void ModelManager::setCopy(const std::optional<ManagedCopy>& copy) {
    auto* card = findCard<CopyCard>(m_copies, [](const CopyCard&) { return true; });
    if (!copy) {
        clear(m_copies);
    } else if (card != nullptr) {
        card->setCopy(*copy);
    } else {
        card = new CopyCard(*copy);
        m_copies->addWidget(card);
        connect(card, &CopyCard::cancelRequested, this, &ModelManager::copyCancelled);
    }
}

void ModelManager::setOffers(const QList<CatalogueEntry>& offers) {
    clear(m_offers);
    for (const CatalogueEntry& entry : offers) {
        auto* const card = new OfferCard(entry);
        m_offers->addWidget(card);
        connect(card, &OfferCard::downloadRequested, this, [this, id = entry.id] {
            m_notice->clear();
            Q_EMIT downloadRequested(id);
        });
    }
}

void ModelManager::setDiskUse(const QString& folder, qint64 used, qint64 free) {
    m_disk->setText(
        tr("%1 in %2; %3 are free there").arg(sizeText(used), QDir::toNativeSeparators(folder), sizeText(free)));
}

void ModelManager::setVerifying(const QString& path, double fraction) {
    auto* const card = findCard<ManagedCard>(m_models, [&](const ManagedCard& each) { return each.path() == path; });
    if (card != nullptr) {
        card->setVerifying(fraction);
    }
}

void ModelManager::tell(const QString& sentence) {
    m_notice->tell(Tone::Good, sentence);
}

void ModelManager::askForCodec(const QString& name) {
    m_notice->tell(Tone::Warning,
                   tr("The codec of %1 is not on this machine: the part that makes sound of what it says. "
                      "Download it below.")
                       .arg(name));
}

void ModelManager::showError(const Error& error) {
    m_notice->tell(Tone::Bad, errorText(error));
}

} // namespace parley::ui
