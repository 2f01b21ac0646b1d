// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/range_control.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <algorithm>
#include <cmath>

namespace parley::ui {

namespace {

constexpr int kShortestSlider = 32;

/// Shorter than Qt's own wish, so that a row fits a narrow column.
class ShortSlider final : public QSlider {
public:
    ShortSlider() : QSlider(Qt::Horizontal) {}
    [[nodiscard]] QSize sizeHint() const override { return {3 * kShortestSlider, QSlider::sizeHint().height()}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {kShortestSlider, QSlider::sizeHint().height()}; }
};

} // namespace

void describe(QWidget& control, const ControlText& text) {
    control.setObjectName(text.objectName);
    control.setToolTip(text.help);
    control.setAccessibleName(text.label);
    control.setAccessibleDescription(text.help);
}

QLabel* labelFor(QWidget& control, const ControlText& text) {
    auto* const label = new QLabel(text.label);
    label->setBuddy(&control);
    label->setToolTip(text.help);
    return label;
}

int decimalsOf(double step) {
    constexpr int kMost = 4;
    int decimals = 0;
    while (decimals < kMost && std::abs(step - std::round(step)) > 1e-9 * std::pow(10.0, decimals)) {
        step *= 10;
        ++decimals;
    }
    return decimals;
}

RangeControl::RangeControl(const SettingRange& range, const ControlText& text, QGridLayout& grid, QObject* parent)
    : QObject(parent), m_range(range), m_slider(new ShortSlider), m_field(new QDoubleSpinBox) {
    m_field->setDecimals(decimalsOf(range.step));
    m_field->setSingleStep(range.step);
    m_field->setFocusPolicy(Qt::StrongFocus);
    describe(*m_field, text);
    describe(*m_slider, text);
    m_slider->setObjectName(text.objectName + QLatin1String("Slider"));
    setRange(range);
    // The field beside it is the one stop of the Tab key.
    m_slider->setFocusPolicy(Qt::ClickFocus);
    m_slider->installEventFilter(this);
    m_field->installEventFilter(this);

    const int row = grid.rowCount();
    grid.addWidget(labelFor(*m_field, text), row, 0);
    grid.addWidget(m_slider, row, 1);
    grid.addWidget(m_field, row, 2);
    connect(m_field, &QDoubleSpinBox::valueChanged, this, [this] {
        followField();
        Q_EMIT changed();
    });
    connect(m_slider, &QSlider::valueChanged, this, &RangeControl::followSlider);
}

double RangeControl::value() const {
    return m_field->value();
}

void RangeControl::setValue(double value) {
    m_field->setValue(value);
}

void RangeControl::setRange(const SettingRange& range) {
    m_range = range;
    const QSignalBlocker itsPlaceIsTheFields(m_slider);
    m_slider->setRange(0, static_cast<int>(std::ceil((range.most - range.least) / range.step - 1e-9)));
    m_field->setRange(range.least, range.most);
    followField();
}

void RangeControl::followField() {
    const QSignalBlocker typedValuesNeedNotBeStops(m_slider);
    m_slider->setValue(static_cast<int>(std::lround((m_field->value() - m_range.least) / m_range.step)));
}

void RangeControl::followSlider(int position) {
    m_field->setValue(std::min(m_range.least + position * m_range.step, m_range.most));
}

bool RangeControl::eventFilter(QObject* watched, QEvent* event) {
    auto* const control = qobject_cast<QWidget*>(watched);
    if (event->type() == QEvent::Wheel && control != nullptr && !control->hasFocus()) {
        event->ignore();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace parley::ui
