// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/script_meter.h"

#include "editor/gauge.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace parley::ui {

namespace {

constexpr int kApart = 24;  // of two readings side by side
constexpr int kBelow = 4;   // of two readings below each other
constexpr int kTenths = 10; // gauges count whole numbers

/// Above this share it is worth a look.
constexpr double kNearlyFull = 0.9;

Tone toneOf(double used, double possible) {
    if (used > possible) {
        return Tone::Bad;
    }
    return used > possible * kNearlyFull ? Tone::Warning : Tone::Neutral;
}

} // namespace

ScriptMeter::ScriptMeter(QWidget* parent) : QWidget(parent), m_readings(new QBoxLayout(QBoxLayout::LeftToRight, this)) {
    setObjectName(QStringLiteral("scriptMeter"));
    setAccessibleName(tr("Length of the script"));
    m_readings->setContentsMargins(12, 4, 12, 8);
    m_readings->setSpacing(kApart);
    m_bytes = addReading(QStringLiteral("meterBytes"), tr("Bytes used"));
    m_seconds = addReading(QStringLiteral("meterSeconds"), tr("Seconds expected"));
    setBudget({});
}

ScriptMeter::Reading ScriptMeter::addReading(const QString& objectName, const QString& accessibleName) {
    Reading reading{new QLabel, new Gauge, new QHBoxLayout};
    reading.label->setObjectName(objectName);
    reading.gauge->setObjectName(objectName + QStringLiteral("Gauge"));
    reading.gauge->setAccessibleName(accessibleName);
    reading.row->setSpacing(8);
    reading.row->addWidget(reading.label);
    reading.row->addWidget(reading.gauge, 1);
    m_readings->addLayout(reading.row, 1);
    return reading;
}

QSize ScriptMeter::minimumSizeHint() const {
    const QMargins margins = m_readings->contentsMargins();
    const int widest = std::max(m_bytes.row->minimumSize().width(), m_seconds.row->minimumSize().width());
    return {widest + margins.left() + margins.right(), m_readings->minimumSize().height()};
}

void ScriptMeter::arrange() {
    const QMargins margins = m_readings->contentsMargins();
    const int needed = m_bytes.row->minimumSize().width() + m_seconds.row->minimumSize().width() + kApart +
                       margins.left() + margins.right();
    const auto direction = needed <= width() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (m_readings->direction() != direction) {
        m_readings->setDirection(direction);
        m_readings->setSpacing(direction == QBoxLayout::LeftToRight ? kApart : kBelow);
        m_readings->update();
    }
}

bool ScriptMeter::event(QEvent* event) {
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) {
        arrange(); // a text or the font may be new
    }
    return done;
}

void ScriptMeter::setBudget(const SpeechBudget& budget) {
    showBytes(budget);
    showSeconds(budget);
}

void ScriptMeter::showBytes(const SpeechBudget& budget) const {
    const QLocale locale;
    m_bytes.label->setText(tr("%1 of %2 bytes").arg(locale.toString(budget.bytes), locale.toString(budget.mostBytes)));
    const QString details =
        tr("What the model reads: the script with %1 bytes and the voice's text with %2. A tag counts as one byte.")
            .arg(locale.toString(budget.bytes - budget.voiceBytes), locale.toString(budget.voiceBytes));
    m_bytes.label->setToolTip(details);
    m_bytes.gauge->setToolTip(details);
    m_bytes.gauge->setRange(0, static_cast<int>(budget.mostBytes));
    m_bytes.gauge->setValue(static_cast<int>(std::min(budget.bytes, budget.mostBytes)));
    m_bytes.gauge->setTone(toneOf(static_cast<double>(budget.bytes), static_cast<double>(budget.mostBytes)));
}

void ScriptMeter::showSeconds(const SpeechBudget& budget) const {
    const QLocale locale;
    const auto inTenths = [](double seconds) { return static_cast<int>(std::lround(seconds * kTenths)); };
    m_seconds.label->setText(
        tr("about %1 of %2 s")
            .arg(locale.toString(budget.expectedSeconds, 'f', 1), locale.toString(budget.possibleSeconds, 'f', 1)));
    const QString details = tr("Speech is expected to take this long, at %1 characters a second. The setting “Length” "
                               "and the voice decide how long it can be.")
                                .arg(locale.toString(kCharactersPerSecond));
    m_seconds.label->setToolTip(details);
    m_seconds.gauge->setToolTip(details);
    m_seconds.gauge->setRange(0, std::max(1, inTenths(budget.possibleSeconds)));
    m_seconds.gauge->setValue(std::min(inTenths(budget.expectedSeconds), m_seconds.gauge->maximum()));
    m_seconds.gauge->setTone(toneOf(budget.expectedSeconds, budget.possibleSeconds));
}

} // namespace parley::ui
