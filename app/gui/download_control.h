// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bridge/speech_service.h" // makes Error a type that signals can carry
#include "downloads/downloads.h"
#include "models/managed_model.h"

#include <QHash>
#include <QObject>

namespace parley::gui {

class MainWindow;
struct Studio;

/// The downloads of the window: those that run, and those that can be gone on with. Offers the standard model on the
/// first start's panel, and has it used once it is there.
class DownloadControl : public QObject {
    Q_OBJECT

public:
    DownloadControl(Studio& studio, MainWindow& window);

    [[nodiscard]] QList<ui::ManagedDownload> downloads() const;

    /// Brings an id of the catalogue, a repository or an address, and the codec if there is none. False if it is none
    /// of these; failed() says so.
    bool start(const QString& source);
    /// Goes on with what is in the folder, or mends the model there.
    void resume(const QString& folder);
    /// As resume(), and has the model that the preferences name used once it is whole.
    void mend(const QString& folder);
    void pause(const QString& folder) { m_downloads.pause(folder); }
    void discard(const QString& folder);

Q_SIGNALS:
    void changed(); ///< which downloads there are, or what became of one
    void progressed(const parley::ui::ManagedDownload& download);
    void failed(const parley::Error& error);
    /// A model that was wanted for use is here.
    void modelReady(const QString& modelPath, const QString& codecPath);

private:
    void startStandard();
    void begin(const ui::CatalogueEntry& entry, const QString& folder);
    void hear(const QString& folder, const ui::DownloadProgress& progress);
    void finish(const QString& folder, const ui::DownloadEnd& end);
    void tellWhatChanged(const QStringList& files);
    void showOffer();

    Studio& m_studio;
    MainWindow& m_window;
    ui::Downloads m_downloads;
    QHash<QString, ui::ManagedDownload> m_running;
    QHash<QString, QString> m_problems; ///< by folder, of downloads that failed
    QString m_wanted;                   ///< the model to use once nothing runs; empty: none
};

} // namespace parley::gui
