// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/generation_panel.h"

#include "jobs/preset_bar.h"
#include "jobs/range_control.h"
#include "jobs/seed_control.h"
#include "parley/frame_rate.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace parley::ui {

namespace {

constexpr SettingRange kTakesRange{1, kMostTakes, 1};

int whole(const RangeControl& control) {
    return static_cast<int>(std::lround(control.value()));
}

} // namespace

GenerationPanel::GenerationPanel(PresetStore& presets, QWidget* parent)
    : QWidget(parent), m_presets(new PresetBar(presets)), m_hint(new QLabel) {
    setObjectName(QStringLiteral("generationPanel"));
    setAccessibleName(tr("Settings of the next takes"));
    m_presets->setObjectName(QStringLiteral("presetBar"));
    auto* const rows = new QVBoxLayout(this);
    rows->setContentsMargins(8, 8, 8, 8);
    rows->setSpacing(8);
    rows->addWidget(m_presets);
    auto* const grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    rows->addLayout(grid);
    buildSampling(*grid);
    buildWork(*grid);
    m_hint->setObjectName(QStringLiteral("lengthHint"));
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    rows->addWidget(m_hint);
    rows->addStretch(1);

    connect(m_presets, &PresetBar::chosen, this, &GenerationPanel::setSettings);
    connect(m_presets, &PresetBar::resetRequested, this, [this] { setSettings({}); });
    connect(m_seed, &SeedControl::changed, this, &GenerationPanel::onChanged);
    connect(m_closingTag, &QCheckBox::toggled, this, &GenerationPanel::onChanged);
    setSettings({});
}

void GenerationPanel::buildSampling(QGridLayout& grid) {
    const auto add = [&](const SettingRange& range, const char* name, const QString& label, const QString& help) {
        return new RangeControl(range, {QLatin1String(name), label, help}, grid, this);
    };
    m_maxTokens = add(maxTokensRange(), "maxTokens", tr("Length"),
                      tr("How long a take may become, in the model's steps; 86 of them make a second. The voice's "
                         "recording counts, too. A take ends by itself when everything is said."));
    m_cfgScale = add(kCfgScaleRange, "cfgScale", tr("Guidance"),
                     tr("How closely the model keeps to your script. Higher: more faithful, but faster and stiffer. "
                        "Lower: freer, but words may be lost."));
    m_temperature = add(kTemperatureRange, "temperature", tr("Temperature"),
                        tr("How daring the performance is. Higher: livelier and less predictable. Lower: calmer and "
                           "more even."));
    m_topP = add(kTopPRange, "topP", tr("Top-p"),
                 tr("How much of the unlikely the model may use. 1.00 allows everything; lower values avoid odd sounds "
                    "and take away some life."));
    m_topK = add(kTopKRange, "topK", tr("Top-k"),
                 tr("Among how many sounds the model chooses at every step. Fewer are safer, more are more varied."));
    m_speed = add(kSpeedRange, "speed", tr("Speed"),
                  tr("How fast takes play, without changing the pitch. It can still be changed when a take is made."));
    connect(m_maxTokens, &RangeControl::changed, this, [this] {
        if (!m_filling) {
            m_wantedTokens = whole(*m_maxTokens);
        }
    });
    for (const RangeControl* control : {m_maxTokens, m_cfgScale, m_temperature, m_topP, m_topK, m_speed}) {
        connect(control, &RangeControl::changed, this, &GenerationPanel::onChanged);
    }
}

void GenerationPanel::buildWork(QGridLayout& grid) {
    m_seed = new SeedControl;
    const int row = grid.rowCount();
    const ControlText seedText{{}, tr("Seed"), m_seed->field()->toolTip()};
    QLabel* const label = labelFor(*m_seed->field(), seedText);
    label->setMinimumHeight(m_seed->field()->sizeHint().height()); // beside the field, not beside both its rows
    grid.addWidget(label, row, 0, Qt::AlignTop);
    grid.addWidget(m_seed, row, 1, 1, 2);
    m_takes = new RangeControl(kTakesRange,
                               {QStringLiteral("takes"), tr("Takes"),
                                tr("How many performances to make of the script, each with a seed of its own.")},
                               grid, this);
    connect(m_takes, &RangeControl::changed, this, &GenerationPanel::onChanged);
    m_closingTag = new QCheckBox(tr("Protect the last word"));
    describe(*m_closingTag, {QStringLiteral("closingTag"), m_closingTag->text(),
                             tr("Gives the model one more speaker tag after your script, so that the last word isn't "
                                "cut off. Your text stays as it is.")});
    grid.addWidget(m_closingTag, grid.rowCount(), 0, 1, 3);
}

GenerationSettings GenerationPanel::settings() const {
    GenerationSettings settings;
    settings.maxTokens = whole(*m_maxTokens);
    settings.cfgScale = m_cfgScale->value();
    settings.temperature = m_temperature->value();
    settings.topP = m_topP->value();
    settings.topK = whole(*m_topK);
    settings.speed = m_speed->value();
    settings.seed = m_seed->seed();
    settings.takes = whole(*m_takes);
    settings.closingTag = m_closingTag->isChecked();
    return settings;
}

void GenerationPanel::setSettings(const GenerationSettings& settings) {
    const GenerationSettings before = this->settings();
    m_filling = true;
    m_wantedTokens = settings.maxTokens;
    m_maxTokens->setValue(m_wantedTokens);
    m_cfgScale->setValue(settings.cfgScale);
    m_temperature->setValue(settings.temperature);
    m_topP->setValue(settings.topP);
    m_topK->setValue(settings.topK);
    m_speed->setValue(settings.speed);
    m_seed->setSeed(settings.seed);
    m_takes->setValue(settings.takes);
    m_closingTag->setChecked(settings.closingTag);
    m_filling = false;
    showSettings();
    if (this->settings() != before) {
        Q_EMIT settingsChanged();
    }
}

void GenerationPanel::setMostTokens(int tokens) {
    const int before = whole(*m_maxTokens);
    m_filling = true;
    m_maxTokens->setRange(maxTokensRange(tokens));
    m_maxTokens->setValue(m_wantedTokens);
    m_filling = false;
    if (whole(*m_maxTokens) != before) {
        showSettings();
        Q_EMIT settingsChanged();
    }
}

void GenerationPanel::setUsedSeed(qint64 seed) {
    m_seed->setUsedSeed(seed);
}

void GenerationPanel::onChanged() {
    if (!m_filling) {
        showSettings();
        Q_EMIT settingsChanged();
    }
}

void GenerationPanel::showSettings() {
    const GenerationSettings now = settings();
    GenerationSettings wanted = now; // a preset stays chosen with a model that makes less
    wanted.maxTokens = m_wantedTokens;
    m_presets->setSettings(wanted);
    const double seconds = now.maxTokens / kRowsPerSecond / now.speed;
    m_hint->setText(tr("Up to %1 s of sound for each take, less the length of the voice.")
                        .arg(QLocale().toString(std::round(seconds))));
}

} // namespace parley::ui
