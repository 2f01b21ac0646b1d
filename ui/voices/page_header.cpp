// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "voices/page_header.h"

#include "widgets/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace parley::ui {

PageHeader::PageHeader(const QString& title, QWidget* parent) : QWidget(parent), m_title(new QLabel(title, this)) {
    auto* back = new QToolButton(this);
    back->setObjectName(QStringLiteral("backButton"));
    back->setAutoRaise(true);
    back->setIcon(icon(QStringLiteral("close")));
    back->setToolTip(tr("Back to the voices"));
    setFocusProxy(back);
    back->setFocusPolicy(Qt::StrongFocus);
    back->setAccessibleName(tr("Back to the voices"));
    QFont font = m_title->font();
    font.setBold(true);
    m_title->setFont(font);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_title, 1);
    layout->addWidget(back);

    auto* escape = new QAction(back->accessibleName(), this);
    escape->setShortcut(Qt::Key_Escape);
    escape->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    if (parent != nullptr) {
        parent->addAction(escape);
    }
    connect(back, &QToolButton::clicked, this, &PageHeader::backRequested);
    connect(escape, &QAction::triggered, this, &PageHeader::backRequested);
}

void PageHeader::setTitle(const QString& title) {
    m_title->setText(title);
}

} // namespace parley::ui
