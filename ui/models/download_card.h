// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/card.h"
#include "models/managed_model.h"

class QProgressBar;

namespace parley::ui {

/// A download: how far it is, and pausing, going on, or removing what came.
class DownloadCard : public Card {
    Q_OBJECT

public:
    explicit DownloadCard(const ManagedDownload& download, QWidget* parent = nullptr);

    [[nodiscard]] const QString& folder() const { return m_folder; }
    /// The same download, later.
    void setDownload(const ManagedDownload& download);

Q_SIGNALS:
    void pauseRequested();
    void resumeRequested();
    void discardRequested(); ///< after a second click

private:
    QString m_folder;
    bool m_isRunning = false;
    QProgressBar* m_bar;
    ToneLabel* m_state;
    QLabel* m_file;
    QPushButton* m_toggle;
    QPushButton* m_discard;
};

} // namespace parley::ui
