// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/manager_control.h"

#include "bridge/error_text.h"
#include "catalogue/installed_model.h"
#include "catalogue/made_copy.h"
#include "gui/copy_control.h"
#include "gui/download_control.h"
#include "gui/main_window.h"
#include "gui/managed_models.h"
#include "gui/pack_control.h"
#include "gui/studio.h"
#include "parley/inspect.h"
#include "widgets/notice_bar.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <QUrl>
#include <QtConcurrent>
#include <algorithm>

namespace parley::gui {

using ui::LibraryState;
using ui::ManagedModel;
using ui::Preferences;

ManagerControl::ManagerControl(Studio& studio, MainWindow& window, DownloadControl& downloads, PackControl& packs,
                               CopyControl& copies)
    : QObject(&window), m_studio(studio), m_window(window), m_downloads(downloads), m_packs(packs), m_copies(copies) {
    connectCopies();
    connect(&downloads, &DownloadControl::changed, this, &ManagerControl::showDownloads);
    connect(&m_found, &QFutureWatcherBase::finished, this, &ManagerControl::showFound);
    connect(&m_checked, &QFutureWatcherBase::finished, this, &ManagerControl::finishVerifying);
    connect(&m_checked, &QFutureWatcherBase::progressValueChanged, this, [this](int permille) {
        if (m_manager) {
            m_manager->setVerifying(m_checkedPath, permille / 1000.0);
        }
    });
    connect(&studio.settings, &ui::SettingsStore::preferencesChanged, this,
            [this](const Preferences& now, const Preferences& before) {
                if (now.modelPath != before.modelPath || now.codecPath != before.codecPath) {
                    keepDefault();
                    refresh();
                }
            });
}

ManagerControl::~ManagerControl() {
    m_stopSearch.request_stop();
    m_stopCheck.request_stop();
    m_found.waitForFinished();
    m_checked.waitForFinished();
}

void ManagerControl::open() {
    if (!m_manager) {
        m_manager = new ui::ModelManager(&m_window);
        m_manager->setAttribute(Qt::WA_DeleteOnClose);
        connectManager();
        refresh();
        showDownloads();
        m_manager->setCopy(m_copies.running());
    }
    m_manager->show();
    m_manager->raise();
    m_manager->activateWindow();
}

void ManagerControl::connectManager() {
    using ui::ModelManager;
    ModelManager* const manager = m_manager;
    connect(manager, &ModelManager::useRequested, this, &ManagerControl::use);
    connect(manager, &ModelManager::copyRequested, this,
            [this](const ManagedModel& model) { m_copies.ask(model, m_manager); });
    connect(manager, &ModelManager::copyCancelled, &m_copies, &CopyControl::cancel);
    connect(manager, &ModelManager::verifyRequested, this, &ManagerControl::verify);
    connect(manager, &ModelManager::stopRequested, this, [this] { m_stopCheck.request_stop(); });
    connect(manager, &ModelManager::revealRequested, this, [](const QString& path) {
        const QFileInfo info(path);
        QDesktopServices::openUrl(QUrl::fromLocalFile(info.isDir() ? path : info.absolutePath()));
    });
    connect(manager, &ModelManager::removeRequested, this, &ManagerControl::remove);
    connect(manager, &ModelManager::folderChosen, this, &ManagerControl::addFolder);
    connect(manager, &ModelManager::noteChanged, this, [this](const QString& path, const QString& note) {
        change([&](LibraryState& state) { state.records[path].note = note; });
    });
    connect(manager, &ModelManager::downloadRequested, &m_downloads, &DownloadControl::start);
    connect(manager, &ModelManager::againRequested, &m_downloads, &DownloadControl::resume);
    connect(manager, &ModelManager::resumeRequested, &m_downloads, &DownloadControl::resume);
    connect(manager, &ModelManager::pauseRequested, &m_downloads, &DownloadControl::pause);
    connect(manager, &ModelManager::discardRequested, &m_downloads, &DownloadControl::discard);
    connect(&m_downloads, &DownloadControl::failed, manager, &ModelManager::showError);
    connect(&m_downloads, &DownloadControl::progressed, manager, &ModelManager::updateDownload);
    m_packs.attach(manager->gpuPacks());
    connect(&m_packs, &PackControl::failed, manager, &ModelManager::showError);
    connect(&m_packs, &PackControl::told, manager, &ModelManager::tell);
}

void ManagerControl::connectCopies() {
    connect(&m_copies, &CopyControl::changed, this, [this] {
        if (m_manager) {
            m_manager->setCopy(m_copies.running());
        }
    });
    // A copy takes minutes, and the manager may be closed by then.
    connect(&m_copies, &CopyControl::made, this, [this](const QString& sentence) {
        if (m_manager) {
            m_manager->tell(sentence);
            refresh();
        } else {
            m_window.notice->tell(ui::Tone::Good, sentence);
        }
    });
    connect(&m_copies, &CopyControl::failed, this, [this](const Error& error) {
        if (m_manager) {
            m_manager->showError(error);
        } else {
            m_window.notice->tell(ui::Tone::Bad, ui::errorText(error));
        }
    });
}

void ManagerControl::refresh() {
    if (!m_manager) {
        return;
    }
    m_stopSearch.request_stop();
    m_stopSearch = std::stop_source();
    m_found.setFuture(QtConcurrent::run(
        [places = m_studio.modelPlaces(), own = m_studio.modelsFolder(), stop = m_stopSearch.get_token()] {
            ui::removeAbandonedCopies(own);
            return ui::findAll(places, &inspectPath, stop);
        }));
}

void ManagerControl::showFound() {
    if (!m_manager || m_found.isCanceled()) {
        return;
    }
    const QString folder = m_studio.modelsFolder();
    const QList<ManagedModel> models =
        managedModels(m_found.result(), ui::readLibrary(folder), m_studio.settings.preferences());
    qint64 used = 0;
    for (const ManagedModel& model : models) {
        used += model.isOwn ? static_cast<qint64>(model.bytes) : 0;
    }
    m_manager->setModels(models);
    m_manager->setOffers(offersBeside(folder));
    QDir().mkpath(folder);
    m_manager->setDiskUse(folder, used, QStorageInfo(folder).bytesAvailable());
}

void ManagerControl::showDownloads() {
    if (m_manager) {
        m_manager->setDownloads(m_downloads.downloads());
        refresh();
    }
}

void ManagerControl::use(const ManagedModel& model) {
    if (model.codecPath.isEmpty()) {
        m_manager->askForCodec(model.name);
        return;
    }
    Preferences now = m_studio.settings.preferences();
    now.demo = false;
    now.modelPath = model.path;
    now.codecPath = model.codecPath;
    m_studio.settings.setPreferences(now);
    m_manager->tell(tr("%1 is used from now on.").arg(model.name));
}

/// The command line takes the model that the window uses.
void ManagerControl::keepDefault() {
    const Preferences& now = m_studio.settings.preferences();
    if (!now.modelPath.isEmpty()) {
        change([&](LibraryState& state) {
            state.defaultModel = now.modelPath;
            state.defaultCodec = now.codecPath;
        });
    }
}

void ManagerControl::verify(const QString& path) {
    if (m_checked.isRunning()) {
        return; // one disk, one reader
    }
    m_checkedPath = path;
    m_stopCheck = std::stop_source();
    m_checked.setFuture(QtConcurrent::run([path, stop = m_stopCheck.get_token()](QPromise<ui::FullCheck>& promise) {
        promise.setProgressRange(0, 1000);
        const auto tell = [&](qint64 done, qint64 total) {
            promise.setProgressValue(static_cast<int>(done * 1000 / std::max<qint64>(total, 1)));
        };
        promise.addResult(ui::checkFully(ui::expectedFiles(path), tell, stop));
    }));
    m_manager->setVerifying(path, 0);
}

void ManagerControl::finishVerifying() {
    const ui::FullCheck check = m_checked.result();
    if (!check.wasStopped) {
        change([&](LibraryState& state) { ui::noteVerified(state, m_checkedPath, check.faults.isEmpty()); });
    }
    if (!m_manager) {
        return;
    }
    m_manager->setVerifying(m_checkedPath, -1);
    if (!check.faults.isEmpty()) {
        m_manager->showError(check.faults.first());
    } else if (!check.wasStopped) {
        m_manager->tell(check.unknown == 0 ? tr("All files are as they should be: their hashes match.")
                                           : tr("Nothing is wrong; %n files have no known hash to compare with.",
                                                nullptr, check.unknown));
    }
    refresh();
}

void ManagerControl::remove(const ManagedModel& model) {
    if (!model.isOwn) {
        change([&](LibraryState& state) { state.folders.removeAll(model.addedFolder); });
    } else if (const Result<qint64> removed = ui::removeInstalled(model.path); !removed) {
        m_manager->showError(removed.error());
    } else {
        m_manager->tell(tr("%1 are free again.").arg(ui::sizeText(removed.value())));
    }
    refresh();
}

void ManagerControl::addFolder(const QString& folder) {
    change([&](LibraryState& state) { ui::addFolder(state, folder); });
    refresh();
}

void ManagerControl::change(const std::function<void(LibraryState&)>& change) {
    const std::optional<Error> error = ui::changeLibrary(m_studio.modelsFolder(), change);
    if (error && m_manager) {
        m_manager->showError(*error);
    }
}

} // namespace parley::gui
