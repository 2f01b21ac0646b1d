// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/download_control.h"

#include "bridge/error_text.h"
#include "catalogue/model_source.h"
#include "gui/main_window.h"
#include "gui/studio.h"
#include "models/download_offer.h"
#include "models/first_start_panel.h"
#include "widgets/notice_bar.h"

#include <QDir>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <algorithm>
#include <utility>

namespace parley::gui {

DownloadControl::DownloadControl(Studio& studio, MainWindow& window)
    : QObject(&window), m_studio(studio), m_window(window),
      m_downloads(ui::hubSettings(QProcessEnvironment::systemEnvironment(), QDir::homePath())) {
    connect(&m_downloads, &ui::Downloads::progressed, this, &DownloadControl::hear);
    connect(&m_downloads, &ui::Downloads::ended, this, &DownloadControl::finish);
    const ui::DownloadOffer* const offer = window.firstStart->offer();
    connect(offer, &ui::DownloadOffer::downloadRequested, this, &DownloadControl::startStandard);
    connect(offer, &ui::DownloadOffer::pauseRequested, this, &DownloadControl::pause);
    connect(offer, &ui::DownloadOffer::resumeRequested, this, &DownloadControl::resume);
    connect(offer, &ui::DownloadOffer::discardRequested, this, &DownloadControl::discard);
    connect(this, &DownloadControl::changed, this, &DownloadControl::showOffer);
    connect(this, &DownloadControl::progressed, offer, &ui::DownloadOffer::updateDownload);
    showOffer();
}

QList<ui::ManagedDownload> DownloadControl::downloads() const {
    QList<ui::ManagedDownload> list = m_running.values();
    for (const QString& folder : ui::ownFolders(m_studio.modelsFolder())) {
        const std::optional<ui::CatalogueEntry> entry = ui::readUnfinished(folder);
        if (entry && !m_running.contains(folder)) {
            ui::ManagedDownload download;
            download.folder = folder;
            download.name = entry->name;
            download.bytesHere = ui::unfinishedBytes(folder);
            download.problem = m_problems.value(folder);
            list.append(download);
        }
    }
    std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.folder < b.folder; });
    return list;
}

bool DownloadControl::start(const QString& source) {
    const Result<ui::CatalogueEntry> entry = ui::sourceOf(source);
    if (!entry) {
        Q_EMIT failed(entry.error());
        return false;
    }
    begin(entry.value(), QDir(m_studio.modelsFolder()).absoluteFilePath(entry.value().id));
    return true;
}

void DownloadControl::startStandard() {
    const ui::CatalogueEntry model = ui::defaultEntry(QStringLiteral("model"));
    const ui::CatalogueEntry codec = ui::defaultEntry(QStringLiteral("codec"));
    const QDir folder(m_studio.modelsFolder());
    m_wanted = folder.absoluteFilePath(model.id);
    begin(codec, folder.absoluteFilePath(codec.id));
    begin(model, m_wanted);
}

void DownloadControl::resume(const QString& folder) {
    if (const std::optional<ui::CatalogueEntry> begun = ui::readUnfinished(folder)) {
        begin(*begun, folder);
    } else if (const std::optional<ui::InstalledModel> here = ui::readInstalled(folder)) {
        begin(here->entry, folder);
    }
}

void DownloadControl::mend(const QString& folder) {
    m_wanted = m_studio.settings.preferences().modelPath;
    resume(folder);
}

void DownloadControl::discard(const QString& folder) {
    const Result<qint64> removed = ui::removeInstalled(folder);
    if (!removed) {
        Q_EMIT failed(removed.error());
    }
    m_problems.remove(folder);
    Q_EMIT changed();
}

void DownloadControl::begin(const ui::CatalogueEntry& entry, const QString& folder) {
    if (m_downloads.isRunning(folder)) {
        return;
    }
    ui::ManagedDownload download;
    download.folder = folder;
    download.name = entry.name;
    download.isRunning = true;
    m_problems.remove(folder);
    m_running.insert(folder, download);
    m_downloads.start(entry, folder);
    Q_EMIT changed();
}

void DownloadControl::hear(const QString& folder, const ui::DownloadProgress& progress) {
    if (const auto download = m_running.find(folder); download != m_running.end()) {
        download->progress = progress;
        Q_EMIT progressed(*download);
    }
}

void DownloadControl::finish(const QString& folder, const ui::DownloadEnd& end) {
    m_running.remove(folder);
    if (!end.error) {
        tellWhatChanged(end.brought.changed);
    } else if (end.error->code != ErrorCode::Cancelled) {
        m_problems.insert(folder, ui::errorText(*end.error));
        if (!ui::readUnfinished(folder)) { // there is no card to say it on
            Q_EMIT failed(*end.error);
        }
    }
    Q_EMIT changed();
    const bool isHere = !m_wanted.isEmpty() && QFileInfo::exists(m_wanted) && !ui::readUnfinished(m_wanted);
    if (m_running.isEmpty() && isHere) {
        Q_EMIT modelReady(std::exchange(m_wanted, {}), {});
    }
}

void DownloadControl::tellWhatChanged(const QStringList& files) {
    if (!files.isEmpty()) {
        m_window.notice->tell(ui::Tone::Warning, tr("The server has another state of %1 than this version of Parley "
                                                    "knows. It was downloaded as it is there.")
                                                     .arg(files.join(QStringLiteral(", "))));
    }
}

void DownloadControl::showOffer() {
    m_window.firstStart->offer()->setDownloads(downloads());
}

} // namespace parley::gui
