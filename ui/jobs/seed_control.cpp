// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/seed_control.h"

#include "jobs/range_control.h"
#include "store/generation_settings.h"
#include "widgets/elided_label.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QRandomGenerator>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace parley::ui {

namespace {

/// Seeds are copied and compared, so they have no separators between thousands.
QLocale plainNumbers() {
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale;
}

} // namespace

SeedControl::SeedControl(QWidget* parent)
    : QWidget(parent), m_field(new QDoubleSpinBox), m_draw(new QToolButton), m_row(new QHBoxLayout),
      m_usedRow(new QWidget), m_used(new ElidedLabel), m_keep(new QToolButton) {
    m_field->setDecimals(0);
    m_field->setRange(-1, static_cast<double>(kMostSeed));
    m_field->setLocale(plainNumbers());
    m_field->setSpecialValueText(tr("a new one"));
    m_field->setValue(-1);
    m_field->setMinimumWidth(1); // the column decides, not the widest seed
    m_field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe(*m_field, {QStringLiteral("seed"), tr("Seed"),
                        tr("The number that a performance grows from. The same seed with the same script, voice and "
                           "settings makes the same take again; another seed makes another one. -1 draws a new one "
                           "for every take.")});
    m_draw->setText(tr("Draw"));
    m_draw->setCheckable(true);
    m_draw->setChecked(true);
    m_draw->setFocusPolicy(Qt::StrongFocus);
    describe(*m_draw, {QStringLiteral("drawSeed"), tr("Draw a seed for every take"),
                       tr("On: every take gets a new seed and sounds different. Off: the seed in the field is used.")});
    m_row->setSpacing(4);
    m_row->addWidget(m_field, 1);
    m_row->addWidget(m_draw, 0, Qt::AlignLeading);
    buildUsedRow();
    auto* const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(4);
    rows->addLayout(m_row);
    rows->addWidget(m_usedRow);

    connect(m_field, &QDoubleSpinBox::valueChanged, this, &SeedControl::follow);
    connect(m_draw, &QToolButton::toggled, this, &SeedControl::draw);
    connect(m_keep, &QToolButton::clicked, this, [this] { setSeed(m_usedSeed); });
}

void SeedControl::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void SeedControl::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    arrange(); // the text may have grown
}

/// A seed has to be readable as a whole: where the button leaves too little room it goes below.
void SeedControl::arrange() {
    const int together = m_field->sizeHint().width() + m_row->spacing() + m_draw->sizeHint().width();
    m_row->setDirection(width() < together ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void SeedControl::buildUsedRow() {
    m_used->setObjectName(QStringLiteral("usedSeed"));
    m_used->setForegroundRole(QPalette::PlaceholderText);
    m_keep->setText(tr("Keep"));
    m_keep->setAutoRaise(true);
    m_keep->setFocusPolicy(Qt::StrongFocus);
    describe(*m_keep, {QStringLiteral("keepSeed"), tr("Keep the last seed"),
                       tr("Uses the seed of the last take again, to change one thing and leave the rest.")});
    auto* const row = new QHBoxLayout(m_usedRow);
    row->setContentsMargins({});
    row->setSpacing(4);
    row->addWidget(m_used, 1);
    row->addWidget(m_keep);
    m_usedRow->hide();
}

qint64 SeedControl::seed() const {
    return static_cast<qint64>(m_field->value());
}

void SeedControl::setSeed(qint64 seed) {
    m_field->setValue(static_cast<double>(seed));
}

void SeedControl::setUsedSeed(qint64 seed) {
    m_usedSeed = seed;
    m_used->setText(tr("Last: %1").arg(plainNumbers().toString(seed)));
    m_usedRow->setVisible(seed >= 0);
    m_keep->setEnabled(seed != this->seed());
}

QWidget* SeedControl::field() const {
    return m_field;
}

void SeedControl::follow() {
    const QSignalBlocker theFieldDecides(m_draw);
    m_draw->setChecked(seed() < 0);
    m_keep->setEnabled(m_usedSeed != seed());
    Q_EMIT changed();
}

void SeedControl::draw(bool draws) {
    if (draws) {
        setSeed(-1);
        return;
    }
    setSeed(m_usedSeed >= 0 ? m_usedSeed : QRandomGenerator::global()->generate());
    m_field->setFocus();
    m_field->selectAll();
}

} // namespace parley::ui
