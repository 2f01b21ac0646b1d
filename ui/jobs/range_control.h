// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/generation_settings.h"

#include <QObject>
#include <QString>

class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QSlider;

namespace parley::ui {

/// How a control is called and explained.
struct ControlText {
    QString objectName;
    QString label;
    QString help; ///< plain words, as a tool tip and for screen readers
};

/// A number as a row of a grid: label, slider for the mouse, field for the keyboard.
class RangeControl : public QObject {
    Q_OBJECT

public:
    /// Fills the next row of the grid, whose widget owns what is added.
    RangeControl(const SettingRange& range, const ControlText& text, QGridLayout& grid, QObject* parent);

    [[nodiscard]] double value() const;
    void setValue(double value);
    /// The value stays, or becomes the nearest one.
    void setRange(const SettingRange& range);

Q_SIGNALS:
    void changed();

protected:
    /// Keeps the wheel from changing what it only scrolls past.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void followField();
    void followSlider(int position);

    SettingRange m_range;
    QSlider* m_slider;
    QDoubleSpinBox* m_field;
};

/// Label, tool tip and accessible texts of a control that stands behind its label.
void describe(QWidget& control, const ControlText& text);
[[nodiscard]] QLabel* labelFor(QWidget& control, const ControlText& text);

/// How many digits behind the point a step needs.
[[nodiscard]] int decimalsOf(double step);

} // namespace parley::ui
