// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "player/volume_control.h"

#include "widgets/icons.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

namespace parley::ui {

VolumeControl::VolumeControl(QWidget* parent)
    : QWidget(parent), m_mute(new QToolButton), m_slider(new QSlider(Qt::Horizontal)) {
    m_mute->setObjectName(QStringLiteral("playerMute"));
    m_mute->setAutoRaise(true);
    m_mute->setFocusPolicy(Qt::StrongFocus);
    m_slider->setObjectName(QStringLiteral("playerVolume"));
    m_slider->setRange(0, 100);
    m_slider->setValue(100);
    m_slider->setPageStep(10);
    m_slider->setAccessibleName(tr("Volume"));
    m_slider->setFixedWidth(QFontMetrics(font()).height() * 5);

    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_mute);
    row->addWidget(m_slider);

    connect(m_mute, &QToolButton::clicked, this, &VolumeControl::toggleMute);
    connect(m_slider, &QSlider::valueChanged, this, [this](int percent) {
        showVolume();
        Q_EMIT volumeChanged(percent / 100.0);
    });
    showVolume();
}

void VolumeControl::setVolume(double volume) {
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(qRound(volume * 100.0));
    showVolume();
}

void VolumeControl::toggleMute() {
    if (m_slider->value() > 0) {
        m_beforeMute = m_slider->value();
        m_slider->setValue(0);
    } else {
        m_slider->setValue(m_beforeMute);
    }
}

void VolumeControl::showVolume() {
    const bool muted = m_slider->value() == 0;
    m_mute->setIcon(icon(muted ? QStringLiteral("mute") : QStringLiteral("volume")));
    const QString action = muted ? tr("Turn the sound on") : tr("Mute");
    m_mute->setAccessibleName(action);
    m_mute->setToolTip(action);
    m_slider->setToolTip(tr("Volume: %1 %").arg(m_slider->value()));
}

} // namespace parley::ui
