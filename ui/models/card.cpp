// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models/card.h"

#include "models/panel_parts.h"
#include "widgets/wrapping_row.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace parley::ui {

Card::Card(const QString& objectName, const QString& title, QWidget* parent)
    : QFrame(parent), m_title(title), m_column(new QVBoxLayout(this)), m_buttons(new WrappingRow) {
    setObjectName(objectName);
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setAccessibleName(title);
    m_column->setContentsMargins(16, 12, 12, 12);
    m_column->setSpacing(4);
    m_column->addWidget(new Heading(title, 1.0));
    m_buttons->setContentsMargins(0, 4, 0, 0);
    m_column->addLayout(m_buttons);
}

QLabel* Card::addWords(const QString& objectName, const QString& text) {
    QLabel* const label = makeHint(objectName, text);
    addWidget(label);
    setWords(label, text);
    return label;
}

ToneLabel* Card::addState(const QString& objectName, const QString& text) {
    auto* const label = new ToneLabel(text);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    addWidget(label);
    setWords(label, text);
    return label;
}

void Card::addWidget(QWidget* widget) {
    m_column->insertWidget(m_column->count() - 1, widget);
}

QPushButton* Card::addButton(const QString& objectName, const QString& text) {
    auto* const button = new QPushButton(text, this);
    button->setObjectName(objectName);
    button->setAccessibleDescription(m_title);
    button->setAutoDefault(false); // Enter in a field of the dialog is no click here
    m_buttons->addWidget(button);
    return button;
}

void Card::setWords(QLabel* label, const QString& text) {
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace parley::ui
