// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "takes/takes_panel.h"

#include "takes/library_notices.h"
#include "takes/take_actions.h"
#include "takes/take_exporter.h"
#include "takes/take_filter.h"
#include "takes/take_handover.h"
#include "takes/take_model.h"
#include "takes/take_outlines.h"
#include "takes/take_tree.h"
#include "widgets/icons.h"
#include "widgets/notice_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace parley::ui {

namespace {

enum Page { ListPage, EmptyPage, NothingFoundPage };

QLabel* makeMessage(const QString& text, const QString& name) {
    auto* label = new QLabel(text);
    label->setObjectName(name);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setMargin(24);
    return label;
}

} // namespace

TakesPanel::TakesPanel(TakeLibrary& library, QWidget* parent)
    : QWidget(parent), m_library(library), m_outlines(new TakeOutlines(library, this)),
      m_model(new TakeModel(library, this)), m_filter(new TakeFilter(this)), m_list(new TakeTree(*m_outlines, this)),
      m_actions(new TakeActions(m_list)), m_notice(new NoticeBar(this)),
      m_exporter(new TakeExporter(library, *m_notice, this)), m_libraryNotices(new LibraryNotices(library, this)),
      m_handover(new TakeHandover(library, this)) {
    setObjectName(QStringLiteral("takesPanel"));
    m_notice->setObjectName(QStringLiteral("takesNotice"));
    m_filter->setSourceModel(m_model);
    m_list->setModel(m_filter);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    for (QWidget* bar : {m_libraryNotices->bar(), static_cast<QWidget*>(m_notice)}) {
        auto* inset = new QHBoxLayout;
        inset->setContentsMargins(8, 0, 8, 0);
        inset->addWidget(bar);
        column->addLayout(inset);
    }
    column->addWidget(makePages(), 1);

    connectActions();
    connectList();
    refresh();
}

TakesPanel::~TakesPanel() {
    // The list outlives its model by a moment and would tell a panel that is half gone of rows that vanish.
    m_list->disconnect(this);
}

QWidget* TakesPanel::makeBar() {
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 8, 8, 8);
    row->setSpacing(4);

    m_words = new QLineEdit;
    m_words->setObjectName(QStringLiteral("takesFilter"));
    m_words->setAccessibleName(tr("Find takes"));
    m_words->setAccessibleDescription(tr("Shows the takes whose script, name or note has these words."));
    m_words->setPlaceholderText(tr("Find in scripts, names and notes"));
    m_words->setClearButtonEnabled(true);
    row->addWidget(m_words, 1);

    m_starredOnly = new QAction(icon(QStringLiteral("star")), tr("Starred takes only"), this);
    m_starredOnly->setCheckable(true);
    for (QAction* action : {m_starredOnly, m_actions->compare, m_actions->exportTakes, m_actions->remove}) {
        auto* button = new QToolButton;
        button->setObjectName(action == m_starredOnly ? QStringLiteral("takesStarredOnly")
                                                      : action->objectName() + QStringLiteral("Button"));
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setAccessibleName(action->text());
        row->addWidget(button);
        if (action == m_actions->exportTakes) {
            button->setMenu(m_actions->exportAs->menu());
            button->setPopupMode(QToolButton::MenuButtonPopup);
        }
    }
    return bar;
}

QWidget* TakesPanel::makePages() {
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_list);
    m_pages->addWidget(makeMessage(tr("Your takes appear here, newest first. Write a script and make the first one."),
                                   QStringLiteral("takesEmpty")));
    auto* nothing = new QWidget;
    auto* column = new QVBoxLayout(nothing);
    auto* all = new QPushButton(tr("Show all takes"));
    all->setObjectName(QStringLiteral("takesShowAll"));
    connect(all, &QPushButton::clicked, this, [this] {
        m_words->clear();
        m_starredOnly->setChecked(false);
    });
    column->addStretch();
    column->addWidget(makeMessage(tr("No take fits what you are looking for."), QStringLiteral("takesNothingFound")));
    column->addWidget(all, 0, Qt::AlignHCenter);
    column->addStretch();
    m_pages->addWidget(nothing);
    return m_pages;
}

void TakesPanel::showPage() {
    const bool empty = m_model->rowCount() == 0;
    const bool shown = m_filter->rowCount() > 0;
    m_pages->setCurrentIndex(shown ? ListPage : empty ? EmptyPage : NothingFoundPage);
}

void TakesPanel::refresh() {
    TakeActions::Situation situation;
    for (const TakeId id : selectedTakes()) {
        situation.selected += m_library.take(id).value_or(Take());
    }
    const TakeId current = currentTake();
    situation.current = m_library.take(current).value_or(Take());
    situation.playing = m_list->mark().playing && m_list->mark().id == current;
    situation.canUndoRemove = m_library.canUndoRemove();
    m_actions->update(situation);
    showPage();
    if (current != m_current) {
        m_current = current;
        Q_EMIT currentTakeChanged(current);
    }
}

TakeId TakesPanel::currentTake() const {
    return m_list->currentIndex().data(TakeModel::IdRole).value<TakeId>();
}

void TakesPanel::setCurrentTake(TakeId id) {
    const QModelIndex index = m_filter->mapFromSource(m_model->indexOf(id));
    if (index.isValid()) {
        m_list->expand(index.parent());
        m_list->setCurrentIndex(index);
        m_list->scrollTo(index);
    }
}

QString TakesPanel::titleOf(TakeId id) const {
    const QModelIndex index = m_model->indexOf(id);
    return index.isValid() ? index.data().toString() + QStringLiteral(" · ") + index.parent().data().toString()
                           : QString();
}

QList<TakeId> TakesPanel::selectedTakes() const {
    QList<TakeId> ids;
    const QItemSelectionModel* selection = m_list->selectionModel();
    for (int script = 0; script < m_filter->rowCount(); ++script) {
        const QModelIndex parent = m_filter->index(script, 0);
        const bool whole = selection->isSelected(parent);
        for (int row = 0; row < m_filter->rowCount(parent); ++row) {
            const QModelIndex take = m_filter->index(row, 0, parent);
            if (whole || selection->isSelected(take)) {
                ids += take.data(TakeModel::IdRole).value<TakeId>();
            }
        }
    }
    return ids;
}

void TakesPanel::setPlaying(TakeId id, bool playing) {
    PlaybackMark mark = m_list->mark();
    if (mark.id != id) {
        if (!playing) {
            return; // another take has taken over
        }
        mark = {.id = id, .playing = true, .seconds = 0};
    }
    mark.playing = playing;
    m_list->setMark(mark);
    refresh();
}

void TakesPanel::setPosition(TakeId id, double seconds) {
    const PlaybackMark& mark = m_list->mark();
    m_list->setMark({.id = id, .playing = mark.playing && mark.id == id, .seconds = seconds});
}

void TakesPanel::setExportFormat(const QString& key) {
    m_exporter->setFormat(key);
}

void TakesPanel::exportTakes(const QList<TakeId>& ids) {
    m_exporter->start(ids);
}

QList<QAction*> TakesPanel::menuActions() const {
    return m_actions->all();
}

} // namespace parley::ui
