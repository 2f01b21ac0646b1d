// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "player/speed_control.h"

#include "store/generation_settings.h"
#include "widgets/icons.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>

namespace parley::ui {

SpeedControl::SpeedControl(QWidget* parent) : QWidget(parent), m_box(new QDoubleSpinBox), m_reset(new QToolButton) {
    m_box->setObjectName(QStringLiteral("playerSpeed"));
    m_box->setRange(kSpeedRange.least, kSpeedRange.most);
    m_box->setSingleStep(kSpeedRange.step);
    m_box->setDecimals(2);
    m_box->setSuffix(tr(" ×", "times, behind a tempo"));
    m_box->setValue(1.0);
    m_box->setAccessibleName(tr("Playback speed"));
    m_box->setToolTip(tr("Plays faster or slower with the same pitch, without making the take again"));
    m_reset->setObjectName(QStringLiteral("playerSpeedReset"));
    m_reset->setIcon(icon(QStringLiteral("undo")));
    m_reset->setAutoRaise(true);
    m_reset->setFocusPolicy(Qt::StrongFocus);
    m_reset->setEnabled(false);
    m_reset->setAccessibleName(tr("Back to the usual speed"));
    m_reset->setToolTip(m_reset->accessibleName());

    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    row->addWidget(m_box);
    row->addWidget(m_reset);

    connect(m_reset, &QToolButton::clicked, m_box, [this] { m_box->setValue(1.0); });
    connect(m_box, &QDoubleSpinBox::valueChanged, this, [this](double speed) {
        m_reset->setEnabled(speed != 1.0);
        Q_EMIT speedChanged(speed);
    });
}

void SpeedControl::setSpeed(double speed) {
    const QSignalBlocker quiet(m_box);
    m_box->setValue(speed);
    m_reset->setEnabled(m_box->value() != 1.0);
}

} // namespace parley::ui
