// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/check_list.h"

#include "editor/check_row.h"

#include <QApplication>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace parley::ui {

namespace {

/// Whoever has more to put right begins with these.
constexpr qsizetype kMostRows = 20;
constexpr int kRowsInSight = 4;

} // namespace

CheckList::CheckList(QWidget* parent) : QScrollArea(parent) {
    setObjectName(QStringLiteral("checkList"));
    setAccessibleName(tr("Remarks about the script"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // its buttons take the focus
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setWidgetResizable(true);
    auto* rows = new QWidget;
    rows->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    m_rows = new QVBoxLayout(rows);
    m_rows->setContentsMargins(6, 0, 4, 0);
    m_rows->setSpacing(0);
    setWidget(rows);
    hide();
}

void CheckList::setChecks(const QList<ScriptCheck>& checks) {
    if (checks == m_checks) {
        return;
    }
    m_checks = checks;
    rebuild();
    setVisible(!m_checks.isEmpty());
    updateGeometry();
}

void CheckList::rebuild() {
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the sender of the click that led here
        delete item;
    }
    const qsizetype shown = std::min(m_checks.size(), kMostRows);
    CheckRow* first = nullptr;
    for (qsizetype i = 0; i < shown; ++i) {
        auto* row = new CheckRow(m_checks[i]);
        connect(row, &CheckRow::placeRequested, this, &CheckList::placeRequested);
        connect(row, &CheckRow::fixRequested, this, &CheckList::fixRequested);
        m_rows->addWidget(row);
        first = first == nullptr ? row : first;
        row->show(); // a layout would show it later, too late for the focus
    }
    if (shown < m_checks.size()) {
        auto* more = new QLabel(tr("… and %n more.", nullptr, static_cast<int>(m_checks.size() - shown)));
        more->setIndent(8);
        m_rows->addWidget(more);
    }
    if (hadFocus && first != nullptr) {
        first->focusFirst();
    }
}

void CheckList::followInTabOrder(QWidget* before) const {
    QWidget* last = before;
    for (int i = 0; i < m_rows->count(); ++i) {
        const auto buttons = m_rows->itemAt(i)->widget()->findChildren<QToolButton*>();
        for (QToolButton* button : buttons) {
            QWidget::setTabOrder(last, button);
            last = button;
        }
    }
}

QSize CheckList::sizeHint() const {
    const int rows = std::min(m_rows->count(), kRowsInSight);
    const int height = m_rows->count() > 0 ? m_rows->itemAt(0)->sizeHint().height() : 0;
    return {widget()->sizeHint().width(), rows * height};
}

QSize CheckList::minimumSizeHint() const {
    return {0, sizeHint().height()};
}

} // namespace parley::ui
