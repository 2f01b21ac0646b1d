// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QDoubleSpinBox;
class QToolButton;

namespace parley::ui {

/// The tempo to play with, 0.5 to 2.0, and the way back to 1.0.
class SpeedControl : public QWidget {
    Q_OBJECT

public:
    explicit SpeedControl(QWidget* parent = nullptr);

    /// Tells nobody.
    void setSpeed(double speed);

Q_SIGNALS:
    void speedChanged(double speed);

private:
    QDoubleSpinBox* m_box = nullptr;
    QToolButton* m_reset = nullptr;
};

} // namespace parley::ui
