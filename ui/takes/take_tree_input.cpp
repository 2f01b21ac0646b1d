// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "takes/take_model.h"
#include "takes/take_tree.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>

namespace parley::ui {

namespace {

constexpr double kKeyStep = 1.0; // seconds

bool isScript(const QModelIndex& index) {
    return index.data(TakeModel::ScriptKeyRole).isValid();
}

} // namespace

TakeTree::Hit TakeTree::hitAt(QPoint position) const {
    Hit hit{.index = indexAt(position), .take = {}};
    const QVariant take = hit.index.data(TakeModel::TakeRole);
    if (take.isValid()) {
        hit.take = take.value<Take>();
        const TakeRowLayout layout(visualRect(hit.index), QFontMetrics(font()), hit.take);
        hit.part = layout.partAt(position);
        hit.seconds = secondsAt(hit.take, layout.outline, position.x());
    }
    return hit;
}

double TakeTree::secondsAt(const Take& take, const QRect& outline, int x) {
    const double share = std::clamp(static_cast<double>(x - outline.left()) / std::max(outline.width(), 1), 0.0, 1.0);
    return std::min(share * TakeOutlines::room(take), take.seconds);
}

QAction* TakeTree::actionFor(const QKeyEvent& event) const {
    const QKeySequence keys(QKeyCombination(event.modifiers() & ~Qt::KeypadModifier, Qt::Key(event.key())));
    const QList<QAction*> all = actions();
    const auto found = std::find_if(all.begin(), all.end(), [&keys](const QAction* action) {
        return action->isEnabled() && action->shortcuts().contains(keys);
    });
    return found == all.end() ? nullptr : *found;
}

bool TakeTree::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<const QKeyEvent*>(event); // NOLINT: the type says so
        if (actionFor(*key) != nullptr) {
            event->accept();
            return true;
        }
    }
    return QTreeView::event(event);
}

void TakeTree::keyPressEvent(QKeyEvent* event) {
    if (QAction* action = actionFor(*event)) {
        action->trigger();
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (enter && isScript(currentIndex())) {
        setExpanded(currentIndex(), !isExpanded(currentIndex()));
        return;
    }
    if (!seekByKey(*event)) {
        QTreeView::keyPressEvent(event);
    }
}

/// Left and Right move playback inside a take; at its beginning Left goes on to the script.
bool TakeTree::seekByKey(const QKeyEvent& event) {
    const QVariant value = currentIndex().data(TakeModel::TakeRole);
    const bool left = event.key() == Qt::Key_Left;
    if (!value.isValid() || event.modifiers() != Qt::NoModifier || (!left && event.key() != Qt::Key_Right)) {
        return false;
    }
    const Take take = value.value<Take>();
    const double position = mark().id == take.id ? mark().seconds : 0.0;
    if (left && position <= 0) {
        return false;
    }
    const double to = std::clamp(position + (left ? -kKeyStep : kKeyStep), 0.0, take.seconds);
    Q_EMIT seekRequested(take.id, to);
    return true;
}

void TakeTree::mousePressEvent(QMouseEvent* event) {
    const Hit hit = hitAt(event->position().toPoint());
    const bool plain = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier;
    m_pressTaken = plain && pressPart(hit);
    if (m_pressTaken) {
        return;
    }
    QTreeView::mousePressEvent(event);
    if (plain && isScript(hit.index)) {
        setExpanded(hit.index, !isExpanded(hit.index));
    }
}

/// False where a press is for the row as a whole.
bool TakeTree::pressPart(const Hit& hit) {
    switch (hit.part) {
    case TakePart::Star:
        Q_EMIT starClicked(hit.take.id);
        return true;
    case TakePart::Play:
        setCurrentIndex(hit.index);
        Q_EMIT playClicked(hit.take.id);
        return true;
    case TakePart::Outline:
        setCurrentIndex(hit.index);
        m_scrubbing = hit.take.id;
        Q_EMIT seekRequested(hit.take.id, hit.seconds);
        return true;
    case TakePart::None:
    case TakePart::Title:
    case TakePart::Note:
        break;
    }
    return false;
}

void TakeTree::mouseMoveEvent(QMouseEvent* event) {
    if (!m_pressTaken || event->buttons() == Qt::NoButton) {
        const Hit hit = hitAt(event->position().toPoint());
        const bool button = hit.part == TakePart::Play || hit.part == TakePart::Star || isScript(hit.index);
        viewport()->setCursor(button ? Qt::PointingHandCursor : Qt::ArrowCursor);
        QTreeView::mouseMoveEvent(event);
        return;
    }
    // The mouse may leave the row while it is held; only how far to the right it is counts.
    const QVariant value = currentIndex().data(TakeModel::TakeRole);
    if (value.isValid() && value.value<Take>().id == m_scrubbing) {
        const Take take = value.value<Take>();
        const TakeRowLayout layout(visualRect(currentIndex()), QFontMetrics(font()), take);
        Q_EMIT seekRequested(m_scrubbing, secondsAt(take, layout.outline, event->position().toPoint().x()));
    }
}

void TakeTree::mouseReleaseEvent(QMouseEvent* event) {
    if (m_pressTaken) {
        m_pressTaken = false;
        m_scrubbing = 0;
        return;
    }
    QTreeView::mouseReleaseEvent(event);
}

void TakeTree::mouseDoubleClickEvent(QMouseEvent* event) {
    const Hit hit = hitAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || hit.take.id == 0) {
        mousePressEvent(event); // folding twice, or another button
        return;
    }
    switch (hit.part) {
    case TakePart::Title:
        editCurrent(TakeDelegate::Field::Name);
        break;
    case TakePart::Note:
        editCurrent(TakeDelegate::Field::Note);
        break;
    case TakePart::None:
        Q_EMIT playClicked(hit.take.id);
        break;
    case TakePart::Play:
    case TakePart::Star:
    case TakePart::Outline:
        mousePressEvent(event); // a quick second click is a click
        break;
    }
}

void TakeTree::contextMenuEvent(QContextMenuEvent* event) {
    // The menu key asks about the current row, wherever the mouse is.
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT menuRequested(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).center()) : event->globalPos());
}

} // namespace parley::ui
