// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/file_check.h"
#include "catalogue/model_finder.h"
#include "models/model_manager.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <stop_token>

namespace parley::gui {

class CopyControl;
class DownloadControl;
class MainWindow;
class PackControl;
struct Studio;

/// The dialog with all models: looks for them on a worker, and does what a person asks for there.
class ManagerControl : public QObject {
    Q_OBJECT

public:
    ManagerControl(Studio& studio, MainWindow& window, DownloadControl& downloads, PackControl& packs,
                   CopyControl& copies);
    ManagerControl(const ManagerControl&) = delete;
    ManagerControl& operator=(const ManagerControl&) = delete;
    ~ManagerControl() override;

    void open();

private:
    void connectManager();
    void connectCopies();
    /// Looks at the disk again.
    void refresh();
    void showFound();
    void showDownloads();
    void use(const ui::ManagedModel& model);
    void keepDefault();
    void verify(const QString& path);
    void finishVerifying();
    void remove(const ui::ManagedModel& model);
    void addFolder(const QString& folder);
    void change(const std::function<void(ui::LibraryState&)>& change);

    Studio& m_studio;
    MainWindow& m_window;
    DownloadControl& m_downloads;
    PackControl& m_packs;
    CopyControl& m_copies;
    QPointer<ui::ModelManager> m_manager;
    QFutureWatcher<ui::FoundFiles> m_found;
    std::stop_source m_stopSearch;
    QFutureWatcher<ui::FullCheck> m_checked;
    std::stop_source m_stopCheck;
    QString m_checkedPath;
};

} // namespace parley::gui
