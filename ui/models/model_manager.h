// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/catalogue.h"
#include "models/managed_model.h"
#include "parley/error.h"

#include <QDialog>
#include <QList>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace parley::ui {

class CopyCard;
class DownloadCard;
class GpuPackPart;
class ManagedCard;
class NoticeBar;

/// All models: those on this machine, those that come, and those that can be had. Shows what it is given and says what
/// a person asks for.
class ModelManager : public QDialog {
    Q_OBJECT

public:
    explicit ModelManager(QWidget* parent = nullptr);

    /// Until the first setModels() it says that it looks for them.
    void setModels(const QList<ManagedModel>& models);
    void setDownloads(const QList<ManagedDownload>& downloads);
    /// One of them, later.
    void updateDownload(const ManagedDownload& download);
    /// The copy that is being made; nothing: none is.
    void setCopy(const std::optional<ManagedCopy>& copy);
    void setOffers(const QList<CatalogueEntry>& offers);
    /// Bytes that Parley's own models take, and that the disk has left.
    void setDiskUse(const QString& folder, qint64 used, qint64 free);
    /// How much of a model was read to verify it; negative: it ended.
    void setVerifying(const QString& path, double fraction);

    /// What is said of GPU packs there.
    [[nodiscard]] GpuPackPart& gpuPacks() const { return *m_gpuPacks; }

    void tell(const QString& sentence);
    void showError(const Error& error);
    /// The model of that name can't be used yet.
    void askForCodec(const QString& name);

Q_SIGNALS:
    void useRequested(const parley::ui::ManagedModel& model);
    void copyRequested(const parley::ui::ManagedModel& model);
    void copyCancelled();
    void verifyRequested(const QString& path);
    void stopRequested(const QString& path);
    void revealRequested(const QString& path);
    void removeRequested(const parley::ui::ManagedModel& model);
    void againRequested(const QString& path);
    void noteChanged(const QString& path, const QString& note);
    /// An id of the catalogue, a repository or an address.
    void downloadRequested(const QString& source);
    void resumeRequested(const QString& folder);
    void pauseRequested(const QString& folder);
    void discardRequested(const QString& folder);
    void folderChosen(const QString& folder);

private:
    void layOut();
    QWidget* makeSource();
    void addModel(const ManagedModel& model);
    void chooseFolder();
    void requestSource();

    QLabel* m_disk;
    NoticeBar* m_notice;
    QLabel* m_state;
    QVBoxLayout* m_models;
    QVBoxLayout* m_copies; ///< one at most
    QWidget* m_downloadPart;
    QVBoxLayout* m_downloads;
    GpuPackPart* m_gpuPacks;
    QVBoxLayout* m_offers;
    QLineEdit* m_source;
};

} // namespace parley::ui
