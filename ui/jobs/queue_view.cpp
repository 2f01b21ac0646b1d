// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/queue_view.h"

#include "jobs/job_delegate.h"
#include "jobs/job_queue.h"
#include "widgets/icons.h"
#include "widgets/notice_bar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QListView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace parley::ui {

QueueView::QueueView(JobQueue& queue, QWidget* parent)
    : QWidget(parent), m_queue(queue), m_list(new QListView), m_empty(new QLabel), m_notice(new NoticeBar) {
    setObjectName(QStringLiteral("queueView"));
    m_notice->setObjectName(QStringLiteral("queueNotice"));
    m_empty->setObjectName(QStringLiteral("queueEmpty"));
    m_empty->setText(tr("Nothing is waiting. You can order more takes while one is being made; they line up here."));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setContentsMargins(16, 16, 16, 16);
    buildList();
    auto* const buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    buildActions(*buttons);
    auto* const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(4);
    rows->addWidget(m_notice);
    rows->addWidget(m_list, 1);
    rows->addWidget(m_empty, 1);
    rows->addLayout(buttons);

    connect(&m_queue, &JobQueue::jobFailed, this, &QueueView::onFailed);
    const JobListModel* const model = &m_queue.model();
    connect(model, &QAbstractItemModel::rowsInserted, this, &QueueView::follow);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &QueueView::follow);
    connect(model, &QAbstractItemModel::rowsMoved, this, &QueueView::follow);
    connect(model, &QAbstractItemModel::dataChanged, this, &QueueView::follow);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &QueueView::follow);
    follow();
}

void QueueView::buildList() {
    m_list->setObjectName(QStringLiteral("queueList"));
    m_list->setAccessibleName(tr("Queue"));
    m_list->setAccessibleDescription(tr("What is being made and what waits, the next one first"));
    m_list->setModel(&m_queue.model());
    m_list->setItemDelegate(new JobDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setDropIndicatorShown(true);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
}

QAction* QueueView::addAction(const char* name, const QString& iconName, const QString& text, const QKeySequence& key,
                              const std::function<void()>& run) {
    auto* const action = new QAction(icon(iconName), text, m_list);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut); // only the list's keys are the queue's
    connect(action, &QAction::triggered, this, run);
    m_list->addAction(action);
    return action;
}

void QueueView::buildActions(QHBoxLayout& row) {
    m_up = addAction("queueUp", QStringLiteral("move-up"), tr("Make earlier"), Qt::ALT | Qt::Key_Up,
                     [this] { moveBy(-1); });
    m_down = addAction("queueDown", QStringLiteral("move-down"), tr("Make later"), Qt::ALT | Qt::Key_Down,
                       [this] { moveBy(1); });
    m_cancel = addAction("queueCancel", QStringLiteral("stop"), tr("Cancel"), Qt::CTRL | Qt::Key_Backspace,
                         [this] { m_queue.cancel(currentId()); });
    m_retry = addAction("queueRetry", QStringLiteral("redo"), tr("Try again"), Qt::Key_Return,
                        [this] { m_queue.retry(currentId()); });
    m_remove = addAction("queueRemove", QStringLiteral("trash"), tr("Remove from the queue"), QKeySequence::Delete,
                         [this] { m_queue.remove(currentId()); });
    m_clear = addAction("queueClear", QStringLiteral("check"), tr("Clear what has ended"), {},
                        [this] { m_queue.removeEnded(); });
    for (QAction* const action : {m_up, m_down, m_cancel, m_retry, m_remove}) {
        addButton(row, *action);
    }
    row.addStretch(1);
    addButton(row, *m_clear);
}

void QueueView::addButton(QHBoxLayout& row, QAction& action) {
    auto* const button = new QToolButton;
    button->setDefaultAction(&action);
    button->setObjectName(action.objectName() + QLatin1String("Button"));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(action.text());
    row.addWidget(button);
}

const JobEntry* QueueView::current() const {
    const int row = m_list->currentIndex().row();
    return row < 0 ? nullptr : &m_queue.entries().at(row);
}

quint64 QueueView::currentId() const {
    const JobEntry* entry = current();
    return entry == nullptr ? 0 : entry->id;
}

void QueueView::moveBy(int rows) {
    m_queue.move(currentId(), m_list->currentIndex().row() + rows);
    m_list->scrollTo(m_list->currentIndex());
}

void QueueView::onFailed(quint64 id, const QString& problem) {
    const JobEntry* const entry = m_queue.model().find(id);
    constexpr int kTitleLength = 40;
    const QString title = entry == nullptr ? QString() : firstWords(entry->recipe.script, kTitleLength);
    m_notice->tell(Tone::Bad, tr("“%1” could not be made. %2").arg(title, problem),
                   {{tr("Try again"), [this, id] { m_queue.retry(id); }}});
}

void QueueView::follow() {
    const int count = m_queue.model().rowCount();
    m_list->setVisible(count > 0);
    m_empty->setVisible(count == 0);
    const JobEntry* const entry = current();
    const bool waiting = entry != nullptr && entry->state == JobState::Waiting;
    const int row = m_list->currentIndex().row();
    m_up->setEnabled(waiting && row > m_queue.model().firstWaiting());
    m_down->setEnabled(waiting && row + 1 < count);
    m_cancel->setEnabled(entry != nullptr && !entry->hasEnded() && !entry->stopping);
    m_retry->setEnabled(entry != nullptr && (entry->state == JobState::Failed || entry->state == JobState::Cancelled));
    m_remove->setEnabled(entry != nullptr && entry->state != JobState::Running);
    const auto& entries = m_queue.entries();
    m_clear->setEnabled(!entries.isEmpty() && entries.constFirst().hasEnded());
}

} // namespace parley::ui
