// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/studio_window.h"

#include "editor/script_panel.h"
#include "gui/about_window.h"
#include "gui/bench_control.h"
#include "gui/closing_control.h"
#include "gui/copy_control.h"
#include "gui/diagnostics.h"
#include "gui/download_control.h"
#include "gui/file_control.h"
#include "gui/help_window.h"
#include "gui/key_list.h"
#include "gui/language.h"
#include "gui/main_menu.h"
#include "gui/making_control.h"
#include "gui/manager_control.h"
#include "gui/model_control.h"
#include "gui/open_requests.h"
#include "gui/pack_control.h"
#include "gui/playback_control.h"
#include "gui/preferences_control.h"
#include "gui/session_control.h"
#include "gui/update_control.h"
#include "models/first_start_panel.h"
#include "widgets/notice_bar.h"

#include <QApplication>
#include <QClipboard>

namespace parley::gui {

namespace {

/// In the place of a statement: members are built before the first one.
ui::SettingsStore& withLook(ui::SettingsStore& settings) {
    applyLook(settings.preferences());
    return settings;
}

} // namespace

StudioWindow::StudioWindow(const QString& dataFolder, ui::SettingsStore& settings)
    : m_studio(dataFolder, withLook(settings)), m_window(m_studio) {
    // They belong to the window, and work as long as it does.
    auto* preferences = new PreferencesControl(m_studio, m_window);
    auto* session = new SessionControl(m_studio, m_window);
    auto* making = new MakingControl(m_studio, m_window);
    new PlaybackControl(m_studio, m_window);
    auto* model = new ModelControl(m_studio, m_window);
    auto* downloads = new DownloadControl(m_studio, m_window);
    auto* copies = new CopyControl(m_studio, m_window);
    auto* manager = new ManagerControl(m_studio, m_window, *downloads, *new PackControl(&m_window), *copies);
    QObject::connect(downloads, &DownloadControl::modelReady, model, &ModelControl::check);
    QObject::connect(model, &ModelControl::mendingRequested, downloads, &DownloadControl::mend);
    QObject::connect(downloads, &DownloadControl::failed, m_window.firstStart, &ui::FirstStartPanel::showError);
    new ClosingControl(m_studio, m_window, *session);
    m_files = new FileControl(m_window, *making);
    QObject::connect(new OpenRequests(&m_window), &OpenRequests::filesArrived, &m_window,
                     [this](const QStringList& files) { open(files); });
    auto* menu = new MainMenu(m_studio, m_window);
    QObject::connect(menu, &MainMenu::modelsRequested, manager, &ManagerControl::open);
    QObject::connect(menu, &MainMenu::preferencesRequested, preferences, [preferences] { preferences->openDialog(); });
    QObject::connect(menu, &MainMenu::helpRequested, &m_window, [this] { showHelp(); });
    QObject::connect(menu, &MainMenu::aboutRequested, &m_window, [this] { (new AboutWindow(&m_window))->show(); });
    QObject::connect(menu, &MainMenu::diagnosticsRequested, &m_window, [this] { copyDiagnostics(); });
    auto* bench = new BenchControl(m_studio, m_window);
    QObject::connect(menu, &MainMenu::benchRequested, bench, &BenchControl::open);
    auto* updates = new UpdateControl(m_window, updatePlace());
    QObject::connect(menu, &MainMenu::updatesRequested, updates, &UpdateControl::check);
    m_window.restoreLayout();
    const auto tell = [this] { tellNotices(); };
    QObject::connect(&m_studio.settings, &ui::SettingsStore::noticeChanged, &m_window, tell);
    QObject::connect(&m_studio.session, &ui::SessionStore::noticeChanged, &m_window, tell);
    QObject::connect(&m_studio.presets, &ui::PresetStore::noticeChanged, &m_window, tell);
    QObject::connect(&m_studio.jobs, &ui::JobQueue::noticeChanged, &m_window, tell);
    tellNotices();
}

void StudioWindow::tellNotices() {
    const QStringList notices = m_studio.notices();
    if (notices.isEmpty()) {
        m_window.filesNotice->clear();
    } else {
        m_window.filesNotice->tell(ui::Tone::Warning, notices.join(QLatin1Char('\n')));
    }
}

void StudioWindow::show() {
    m_window.show();
    m_window.script->focusScript(); // whoever starts it can begin to write
}

void StudioWindow::open(const QStringList& files) {
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.raise();
    m_window.activateWindow();
    m_files->open(files);
}

void StudioWindow::showHelp() {
    if (m_help.isNull()) {
        m_help = new HelpWindow(languageInUse(m_studio.settings.preferences().language), listKeys(m_window), &m_window);
    }
    m_help->setWindowState(m_help->windowState() & ~Qt::WindowMinimized);
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
}

void StudioWindow::copyDiagnostics() {
    QApplication::clipboard()->setText(diagnostics(QApplication::applicationVersion(), m_studio.speech.modelState(),
                                                   listDevices(), m_studio.log.toText()));
    m_window.notice->tell(ui::Tone::Good,
                          QCoreApplication::translate(
                              "StudioWindow", "Diagnostics are on the clipboard. They hold the log, but no script."));
}

} // namespace parley::gui
