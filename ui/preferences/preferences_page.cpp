// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "preferences/preferences_page.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace parley::ui {

PreferencesPage::PreferencesPage(const QString& name, QWidget* parent) : QWidget(parent), m_grid(new QGridLayout) {
    setObjectName(name);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(1, 1);
    // The stretch takes the height that is left over; rows of wrapping text would share it among them.
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->addLayout(m_grid);
    column->addStretch(1);
}

void PreferencesPage::addRow(const QString& label, QWidget* field) {
    auto* const words = new QLabel(label, this);
    words->setBuddy(field);
    if (field->accessibleName().isEmpty()) {
        field->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    }
    m_grid->addWidget(words, m_rows, 0);
    m_grid->addWidget(field, m_rows, 1);
    ++m_rows;
}

QLabel* PreferencesPage::addHint(const QString& name, const QString& text) {
    auto* const hint = new QLabel(text, this);
    hint->setObjectName(name);
    hint->setTextFormat(Qt::PlainText);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    m_grid->addWidget(hint, m_rows++, 1);
    return hint;
}

void PreferencesPage::addHeading(const QString& text) {
    auto* const heading = new QLabel(text, this);
    QFont font = heading->font();
    font.setBold(true);
    heading->setFont(font);
    heading->setContentsMargins(0, m_rows > 0 ? 16 : 0, 0, 0);
    m_grid->addWidget(heading, m_rows++, 0, 1, 2);
}

} // namespace parley::ui
