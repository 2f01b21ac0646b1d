// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/main_menu.h"

#include "editor/script_panel.h"
#include "gui/main_window.h"
#include "gui/studio.h"
#include "gui/update_control.h"
#include "jobs/make_bar.h"
#include "takes/takes_panel.h"
#include "voices/voice_panel.h"
#include "widgets/icons.h"
#include "widgets/standard_keys.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QTabWidget>

namespace parley::gui {

namespace {

constexpr int kScriptTitle = 60; // characters of an older script in its menu

QAction* addAction(QMenu* menu, const QString& icon, const QString& text, const QKeySequence& keys = {}) {
    QAction* action = menu->addAction(icon.isEmpty() ? QIcon() : ui::icon(icon), text);
    action->setShortcut(keys);
    return action;
}

} // namespace

MainMenu::MainMenu(Studio& studio, MainWindow& window) : QObject(&window), m_studio(studio), m_window(window) {
    buildFile();
    buildEdit();
    window.menuBar()->addMenu(tr("&Voice"))->addActions(window.voices->menuActions());
    buildMake();
    window.menuBar()->addMenu(tr("&Take"))->addActions(window.takes->menuActions());
    buildView();
    buildHelp();
}

void MainMenu::buildFile() {
    QMenu* menu = m_window.menuBar()->addMenu(tr("&File"));
    menu->addActions(m_window.script->actions().fileMenu());
    m_older = menu->addMenu(tr("Ea&rlier scripts"));
    connect(m_older, &QMenu::aboutToShow, this, &MainMenu::fillOlderScripts);
    menu->addSeparator();
    QAction* models = addAction(menu, QStringLiteral("folder"), tr("Mo&dels…"));
    models->setObjectName(QStringLiteral("manageModels"));
    connect(models, &QAction::triggered, this, &MainMenu::modelsRequested);
    QAction* preferences = addAction(menu, QStringLiteral("preferences"), tr("&Preferences…"));
    preferences->setShortcuts(ui::standardKeys(QKeySequence::Preferences, Qt::CTRL | Qt::Key_Comma));
    preferences->setMenuRole(QAction::PreferencesRole);
    connect(preferences, &QAction::triggered, this, &MainMenu::preferencesRequested);
    QAction* quit = addAction(menu, {}, tr("&Quit"), QKeySequence::Quit);
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, &m_window, &QWidget::close);
}

void MainMenu::buildEdit() {
    QMenu* menu = m_window.menuBar()->addMenu(tr("&Edit"));
    menu->addActions(m_window.script->actions().editMenu());
    menu->addSeparator();
    menu->addActions(m_window.script->actions().insertMenu());
}

void MainMenu::buildMake() {
    QMenu* menu = m_window.menuBar()->addMenu(tr("&Make"));
    menu->addActions({m_window.make->makeAction(), m_window.make->cancelAction()});
    menu->addSeparator();
    QAction* all = addAction(menu, QStringLiteral("stop"), tr("Stop and empty the &queue"));
    connect(all, &QAction::triggered, &m_studio.jobs, &ui::JobQueue::cancelAll);
}

void MainMenu::buildView() {
    QMenu* menu = m_window.menuBar()->addMenu(tr("Vie&w"));
    for (int i = 0; i < m_window.tabs->count(); ++i) {
        QAction* action = addAction(menu, {}, m_window.tabs->tabText(i), QKeySequence(Qt::ALT | (Qt::Key_1 + i)));
        action->setIcon(m_window.tabs->tabIcon(i));
        connect(action, &QAction::triggered, m_window.tabs, [tabs = m_window.tabs, i] {
            tabs->setCurrentIndex(i);
            tabs->currentWidget()->setFocus();
        });
    }
    menu->addSeparator();
    QAction* script = addAction(menu, {}, tr("Go to the &script"), QKeySequence(Qt::ALT | Qt::Key_0));
    connect(script, &QAction::triggered, m_window.script, &ui::ScriptPanel::focusScript);
}

void MainMenu::buildHelp() {
    QMenu* menu = m_window.menuBar()->addMenu(tr("&Help"));
    QAction* help =
        addAction(menu, QStringLiteral("info"), tr("&Writing for Dia and shortcuts"), QKeySequence::HelpContents);
    connect(help, &QAction::triggered, this, &MainMenu::helpRequested);
    QAction* copy = addAction(menu, QStringLiteral("copy"), tr("Copy &diagnostics"));
    connect(copy, &QAction::triggered, this, &MainMenu::diagnosticsRequested);
    QAction* bench = addAction(menu, {}, tr("&Measure this machine…"));
    bench->setObjectName(QStringLiteral("measureMachine"));
    connect(bench, &QAction::triggered, this, &MainMenu::benchRequested);
    if (!updatePlace().address.isEmpty()) {
        QAction* updates = addAction(menu, {}, tr("Look for a &newer version"));
        updates->setObjectName(QStringLiteral("lookForUpdates"));
        connect(updates, &QAction::triggered, this, &MainMenu::updatesRequested);
    }
    menu->addSeparator();
    QAction* about = addAction(menu, {}, tr("&About Parley"));
    about->setMenuRole(QAction::AboutRole);
    connect(about, &QAction::triggered, this, &MainMenu::aboutRequested);
}

void MainMenu::fillOlderScripts() {
    m_older->clear();
    for (const QString& script : m_studio.session.olderScripts()) {
        QString title = script.simplified().left(kScriptTitle);
        QAction* action = m_older->addAction(title.replace(QLatin1Char('&'), QLatin1String("&&")));
        connect(action, &QAction::triggered, this, [this, script] { m_window.script->setScript(script); });
    }
    if (m_older->isEmpty()) {
        m_older->addAction(tr("None yet"))->setEnabled(false);
    }
}

} // namespace parley::gui
