// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/managed_model.h"

#include <QWidget>

class QVBoxLayout;

namespace parley::ui {

class DownloadCard;

/// The standard model with its codec, to be had with one click; while they come, how far they are.
class DownloadOffer : public QWidget {
    Q_OBJECT

public:
    explicit DownloadOffer(QWidget* parent = nullptr);

    /// The downloads that run or can be gone on with; none: the offer stands.
    void setDownloads(const QList<ManagedDownload>& downloads);
    void updateDownload(const ManagedDownload& download);

Q_SIGNALS:
    void downloadRequested();
    void pauseRequested(const QString& folder);
    void resumeRequested(const QString& folder);
    void discardRequested(const QString& folder);

private:
    QWidget* m_offer;
    QVBoxLayout* m_cards;
    QList<DownloadCard*> m_shown;
};

} // namespace parley::ui
