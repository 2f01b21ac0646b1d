// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/main_window.h"

#include "editor/script_panel.h"
#include "gui/layout_keeper.h"
#include "gui/studio.h"
#include "jobs/generation_panel.h"
#include "jobs/log_pane.h"
#include "jobs/make_bar.h"
#include "jobs/queue_view.h"
#include "models/first_start_panel.h"
#include "models/model_status.h"
#include "player/player_bar.h"
#include "takes/takes_panel.h"
#include "voices/voice_panel.h"
#include "widgets/icons.h"
#include "widgets/notice_bar.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace parley::gui {

namespace {

constexpr QSize kFirstSize(1280, 800);
constexpr QSize kLeastSize(1000, 640);

/// Wishes for as much height as all of its contents need; Qt's stops wishing at some lines of text.
class WholeScrollArea final : public QScrollArea {
public:
    using QScrollArea::QScrollArea;
    [[nodiscard]] QSize sizeHint() const override {
        // Wrapped text needs most lines where the column is narrowest; and the seed of the last take adds a row.
        const int height = widget()->heightForWidth(widget()->minimumSizeHint().width());
        return {widget()->sizeHint().width(), height + 2 * fontMetrics().lineSpacing()};
    }
};

QStringList localFiles(const QMimeData* data) {
    QStringList files;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile()) {
            files << url.toLocalFile();
        }
    }
    return files;
}

} // namespace

MainWindow::MainWindow(Studio& studio) : m_studio(studio) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Parley"));
    setAcceptDrops(true);
    setMinimumSize(kLeastSize);
    resize(kFirstSize);

    m_columns = new QSplitter(Qt::Horizontal, this);
    m_columns->setObjectName(QStringLiteral("columns"));
    m_columns->setChildrenCollapsible(false);
    m_columns->addWidget(buildLeft());
    m_columns->addWidget(buildMiddle());
    m_columns->addWidget(buildRight());
    m_columns->setStretchFactor(1, 1);
    m_columns->setSizes({288, 600, 392});
    m_layout = new LayoutKeeper(m_studio.settings, *this, {m_columns, m_left});

    player = new ui::PlayerBar(m_studio.player, this);
    auto* whole = new QWidget(this);
    auto* rows = new QVBoxLayout(whole);
    rows->setContentsMargins(8, 8, 8, 0);
    rows->setSpacing(8);
    const auto addNotice = [&](const char* name) {
        auto* bar = new ui::NoticeBar(whole);
        bar->setObjectName(QLatin1String(name));
        rows->addWidget(bar);
        return bar;
    };
    closingNotice = addNotice("closingNotice");
    filesNotice = addNotice("filesNotice");
    waitingNotice = addNotice("waitingNotice");
    notice = addNotice("windowNotice");
    rows->addWidget(m_columns, 1);
    rows->addWidget(player);
    setCentralWidget(whole);

    model = new ui::ModelStatus(this);
    statusBar()->addPermanentWidget(model, 1);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(6, 0, 8, 4); // its text begins where the player's does
}

QWidget* MainWindow::buildLeft() {
    voices = new ui::VoicePanel(m_studio.voices, this);
    generation = new ui::GenerationPanel(m_studio.presets, this);
    auto* scroll = new WholeScrollArea(this);
    scroll->setWidget(generation);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // it follows the focus of what is in it
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_left = new QSplitter(Qt::Vertical, this);
    m_left->setObjectName(QStringLiteral("left"));
    m_left->setChildrenCollapsible(false);
    m_left->addWidget(voices);
    m_left->addWidget(scroll);
    m_left->setStretchFactor(0, 1);
    // The splitter gives it its height back by itself.
    connect(voices, &ui::VoicePanel::makingVoice, scroll, [scroll](bool making) { scroll->setVisible(!making); });
    return m_left;
}

QWidget* MainWindow::buildMiddle() {
    m_middle = new QStackedWidget(this);
    auto* writing = new QWidget(m_middle);
    script = new ui::ScriptPanel(writing);
    make = new ui::MakeBar(writing);
    auto* rows = new QVBoxLayout(writing);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    rows->addWidget(script, 1);
    rows->addWidget(make);
    firstStart = new ui::FirstStartPanel(m_middle);
    m_middle->addWidget(writing);
    m_middle->addWidget(firstStart);
    return m_middle;
}

QWidget* MainWindow::buildRight() {
    tabs = new QTabWidget(this);
    tabs->setObjectName(QStringLiteral("sideTabs"));
    tabs->setDocumentMode(true);
    takes = new ui::TakesPanel(m_studio.takes, tabs);
    queue = new ui::QueueView(m_studio.jobs, tabs);
    log = new ui::LogPane(m_studio.log, tabs);
    tabs->addTab(takes, ui::icon(QStringLiteral("take")), tr("Takes"));
    tabs->addTab(queue, ui::icon(QStringLiteral("queue")), tr("Queue"));
    tabs->addTab(log, ui::icon(QStringLiteral("log")), tr("Log"));
    return tabs;
}

void MainWindow::showFirstStart(bool show) {
    const bool chosen = !show && m_middle->currentWidget() == firstStart;
    m_middle->setCurrentIndex(show ? 1 : 0);
    if (chosen) {
        script->focusScript();
    }
}

void MainWindow::restoreLayout() {
    m_layout->restore();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    m_layout->save();
    Q_EMIT closing();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!localFiles(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

bool MainWindow::isTakeComingBack(const QDropEvent& event) const {
    const auto* source = qobject_cast<const QWidget*>(event.source());
    return source != nullptr && takes->isAncestorOf(source) &&
           takes->rect().contains(takes->mapFrom(this, event.position().toPoint()));
}

void MainWindow::dragMoveEvent(QDragMoveEvent* event) {
    // Dropped there, it would overwrite the script with its own; who lets go of it there thought better of it.
    event->setAccepted(!isTakeComingBack(*event));
}

void MainWindow::dropEvent(QDropEvent* event) {
    if (isTakeComingBack(*event)) {
        return;
    }
    Q_EMIT filesDropped(localFiles(event->mimeData()));
}

} // namespace parley::gui
