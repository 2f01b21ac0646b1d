// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/pack_control.h"

#include "bridge/error_text.h"
#include "parley/devices.h"

#include <QDir>
#include <QProcessEnvironment>
#include <QtConcurrent>
#include <algorithm>

namespace parley::gui {

namespace {

/// Opens drivers and libraries, which takes up to seconds.
bool lacksLibraries() {
    const std::vector<DeviceInfo> devices = listDevices();
    return std::any_of(devices.begin(), devices.end(), [](const DeviceInfo& device) { return device.lacksLibraries; });
}

} // namespace

PackControl::PackControl(QObject* parent)
    : QObject(parent), m_place(ui::gpuPacksFolder(QProcessEnvironment::systemEnvironment(), QDir::homePath())),
      m_downloads(ui::hubSettings(QProcessEnvironment::systemEnvironment(), QDir::homePath())) {
    if (const Result<ui::GpuPack> pack = ui::ownGpuPack(QProcessEnvironment::systemEnvironment())) {
        m_pack = pack.value();
        m_folder = QDir(m_place).absoluteFilePath(m_pack->folder);
        m_download.folder = m_folder;
        m_download.name = m_pack->name;
    } else {
        m_listProblem = ui::errorText(pack.error());
    }
    connect(&m_looked, &QFutureWatcherBase::finished, this, [this] {
        m_wouldHelp = m_looked.result();
        Q_EMIT changed();
    });
    connect(&m_downloads, &ui::Downloads::progressed, this,
            [this](const QString&, const ui::DownloadProgress& progress) {
                m_download.progress = progress;
                Q_EMIT progressed(m_download);
            });
    connect(&m_downloads, &ui::Downloads::ended, this,
            [this](const QString&, const ui::DownloadEnd& end) { finish(end); });
}

PackControl::~PackControl() {
    m_looked.waitForFinished();
}

void PackControl::attach(ui::GpuPackPart& part) {
    connect(&part, &ui::GpuPackPart::downloadRequested, this, &PackControl::start);
    connect(&part, &ui::GpuPackPart::pauseRequested, this, [this] { m_downloads.pause(m_folder); });
    connect(&part, &ui::GpuPackPart::removeRequested, this, &PackControl::remove);
    connect(this, &PackControl::progressed, &part, &ui::GpuPackPart::updateDownload);
    connect(this, &PackControl::changed, &part, [this, &part] { part.setView(view()); });
    part.setView(view());
    if (m_pack && !ui::objectionToPack(*m_pack, buildInfo()) && !m_looked.isRunning()) {
        m_looked.setFuture(QtConcurrent::run(&lacksLibraries));
    }
}

QString PackControl::problemOf(const ui::PackHere& pack) const {
    if (pack.torch.toStdString() != buildInfo().torch) {
        return tr("It is for another version of Parley and of no use to this one. It may be removed.");
    }
    const QList<Error> faults = ui::checkQuickly(ui::expectedFiles(pack));
    return faults.isEmpty() ? QString() : ui::errorText(faults.first());
}

ui::GpuPackView PackControl::view() const {
    ui::GpuPackView view;
    view.problem = m_listProblem;
    bool isHere = false;
    for (const QString& folder : ui::packFolders(m_place)) {
        const std::optional<ui::PackHere> pack = ui::readPack(folder);
        const bool isOwn = folder == m_folder;
        if (pack) {
            const QString problem = problemOf(*pack);
            view.packs.append({folder, pack->name, bytesOf(*pack), isOwn && m_wouldHelp, problem});
            isHere = isHere || (isOwn && problem.isEmpty());
        }
        if (ui::isPackUnfinished(folder)) {
            if (isOwn) {
                view.download = m_download;
                view.download->bytesHere = ui::packPartBytes(folder);
            } else if (!pack) {
                view.packs.append({folder, QFileInfo(folder).fileName(), ui::packPartBytes(folder), false,
                                   tr("It has not come to its end, and is for another version of Parley.")});
            }
        }
    }
    if (m_download.isRunning) {
        view.download = m_download;
    }
    if (m_wouldHelp && !isHere) {
        view.offer = m_pack;
    }
    return view;
}

void PackControl::start() {
    if (!m_pack || m_downloads.isRunning(m_folder)) {
        return;
    }
    m_download.isRunning = true;
    m_download.problem.clear();
    m_download.progress = {};
    m_downloads.start(*m_pack, m_folder);
    Q_EMIT changed();
}

void PackControl::finish(const ui::DownloadEnd& end) {
    m_download.isRunning = false;
    if (!end.error) {
        Q_EMIT told(tr("The GPU pack is here. It is used once Parley is started again."));
    } else if (end.error->code != ErrorCode::Cancelled) {
        m_download.problem = ui::errorText(*end.error);
        if (!ui::isPackUnfinished(m_folder)) { // there is no card to say it on
            Q_EMIT failed(*end.error);
        }
    }
    Q_EMIT changed();
}

void PackControl::remove(const QString& folder) {
    const Result<qint64> removed = ui::removePack(folder);
    if (!removed) {
        Q_EMIT failed(removed.error());
    } else {
        m_download.problem.clear();
        Q_EMIT told(tr("%1 are free again.").arg(ui::sizeText(removed.value())));
    }
    Q_EMIT changed();
}

} // namespace parley::gui
