// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "takes/take_tree.h"

#include "takes/take_model.h"

#include <QEvent>
#include <QResizeEvent>
#include <QScrollBar>

namespace parley::ui {

TakeTree::TakeTree(TakeOutlines& outlines, QWidget* parent)
    : QTreeView(parent), m_delegate(new TakeDelegate(outlines, this)) {
    setObjectName(QStringLiteral("takesList"));
    setAccessibleName(tr("Takes"));
    setAccessibleDescription(tr("Takes by script, newest first. Space plays, S stars, F2 renames, Delete deletes."));
    setItemDelegate(m_delegate);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setExpandsOnDoubleClick(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalScrollBar()->setSingleStep(24);
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    const auto remember = [this](const QModelIndex& index, bool folded) {
        if (m_restoring || m_allOpen) {
            return;
        }
        const QByteArray key = index.data(TakeModel::ScriptKeyRole).toByteArray();
        if (folded) {
            m_folded.insert(key);
        } else {
            m_folded.remove(key);
        }
    };
    connect(this, &QTreeView::collapsed, this, [remember](const QModelIndex& index) { remember(index, true); });
    connect(this, &QTreeView::expanded, this, [remember](const QModelIndex& index) { remember(index, false); });
    connect(&outlines, &TakeOutlines::outlineChanged, viewport(), qOverload<>(&QWidget::update));
}

void TakeTree::setModel(QAbstractItemModel* model) {
    QTreeView::setModel(model);
    // Scripts that come, or come back when a filter is taken away, are open unless somebody folded them.
    connect(model, &QAbstractItemModel::rowsInserted, this, &TakeTree::restoreFolding);
    connect(model, &QAbstractItemModel::layoutChanged, this, &TakeTree::restoreFolding);
    connect(model, &QAbstractItemModel::modelReset, this, &TakeTree::restoreFolding);
    restoreFolding();
}

void TakeTree::setAllOpen(bool open) {
    m_allOpen = open;
    restoreFolding();
}

void TakeTree::restoreFolding() {
    m_restoring = true;
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex script = model()->index(row, 0);
        setExpanded(script, m_allOpen || !m_folded.contains(script.data(TakeModel::ScriptKeyRole).toByteArray()));
    }
    m_restoring = false;
}

void TakeTree::setMark(const PlaybackMark& mark) {
    m_delegate->setMark(mark);
    viewport()->update();
}

void TakeTree::editCurrent(TakeDelegate::Field field) {
    const QModelIndex index = currentIndex();
    if (index.flags().testFlag(Qt::ItemIsEditable)) {
        m_delegate->setField(field);
        scrollTo(index);
        edit(index);
    }
}

void TakeTree::resizeEvent(QResizeEvent* event) {
    QTreeView::resizeEvent(event);
    // Rows are higher where text and outline don't fit beside each other.
    const QFontMetrics metrics(font());
    if (TakeRowLayout::isWide(event->size().width(), metrics) !=
        TakeRowLayout::isWide(event->oldSize().width(), metrics)) {
        scheduleDelayedItemsLayout();
    }
}

void TakeTree::changeEvent(QEvent* event) {
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        scheduleDelayedItemsLayout();
    }
}

void TakeTree::startDrag(Qt::DropActions /*actions*/) {
    m_pressTaken = true; // the button is still down, and must not select what it is moved over
    Q_EMIT dragStarted();
}

void TakeTree::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) {
    QTreeView::selectionChanged(selected, deselected);
    Q_EMIT selectionTouched();
}

void TakeTree::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTreeView::currentChanged(current, previous);
    Q_EMIT selectionTouched();
}

} // namespace parley::ui
