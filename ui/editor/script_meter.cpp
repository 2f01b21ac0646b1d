// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/script_meter.h"

#include "editor/gauge.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace parley::ui {

namespace {

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

ScriptMeter::ScriptMeter(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("scriptMeter"));
    setAccessibleName(tr("Length of the script"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 12, 8);
    row->setSpacing(8);
    m_bytes = addReading(row, QStringLiteral("meterBytes"), tr("Bytes used"));
    row->addSpacing(16);
    m_seconds = addReading(row, QStringLiteral("meterSeconds"), tr("Seconds expected"));
    setBudget({});
}

ScriptMeter::Reading ScriptMeter::addReading(QHBoxLayout* row, const QString& objectName,
                                             const QString& accessibleName) {
    Reading reading{new QLabel, new Gauge};
    reading.label->setObjectName(objectName);
    reading.gauge->setObjectName(objectName + QStringLiteral("Gauge"));
    reading.gauge->setAccessibleName(accessibleName);
    row->addWidget(reading.label);
    row->addWidget(reading.gauge, 1);
    return reading;
}

void ScriptMeter::setBudget(const SpeechBudget& budget) {
    showBytes(budget);
    showSeconds(budget);
}

void ScriptMeter::showBytes(const SpeechBudget& budget) const {
    const QLocale locale;
    m_bytes.label->setText(tr("%1 of %2 bytes").arg(locale.toString(budget.bytes), locale.toString(kMostBytes)));
    const QString details =
        tr("What the model reads: the script with %1 bytes and the voice's text with %2. A tag counts as one byte.")
            .arg(locale.toString(budget.bytes - budget.voiceBytes), locale.toString(budget.voiceBytes));
    m_bytes.label->setToolTip(details);
    m_bytes.gauge->setToolTip(details);
    m_bytes.gauge->setRange(0, static_cast<int>(kMostBytes));
    m_bytes.gauge->setValue(static_cast<int>(std::min(budget.bytes, kMostBytes)));
    m_bytes.gauge->setTone(toneOf(static_cast<double>(budget.bytes), static_cast<double>(kMostBytes)));
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
