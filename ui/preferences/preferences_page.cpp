// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "preferences/preferences_page.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace parley::ui {

PreferencesPage::PreferencesPage(const QString& name, QWidget* parent) : QWidget(parent), m_form(new QFormLayout) {
    setObjectName(name);
    // The stretch takes the height that is left over; rows of wrapping text would share it among them.
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->addLayout(m_form);
    column->addStretch(1);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(8);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_form->setFormAlignment(Qt::AlignLeft | Qt::AlignTop);
}

void PreferencesPage::addRow(const QString& label, QWidget* field) {
    auto* const words = new QLabel(label, this);
    words->setBuddy(field);
    if (field->accessibleName().isEmpty()) {
        field->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    }
    m_form->addRow(words, field);
}

QLabel* PreferencesPage::addHint(const QString& name, const QString& text) {
    auto* const hint = new QLabel(text, this);
    hint->setObjectName(name);
    hint->setTextFormat(Qt::PlainText);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    m_form->addRow(QString(), hint);
    return hint;
}

void PreferencesPage::addHeading(const QString& text) {
    auto* const heading = new QLabel(text, this);
    QFont font = heading->font();
    font.setBold(true);
    heading->setFont(font);
    heading->setContentsMargins(0, m_form->rowCount() > 0 ? 16 : 0, 0, 0);
    m_form->addRow(heading);
}

} // namespace parley::ui
