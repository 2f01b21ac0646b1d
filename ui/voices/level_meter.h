// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace parley::ui {

/// How loud the microphone is, from -60 dB to full scale. It falls slowly, so that the eye can follow.
class LevelMeter : public QWidget {
    Q_OBJECT

public:
    explicit LevelMeter(QWidget* parent = nullptr);

    /// The loudest sample of the last moments, 0 to 1.
    void setPeak(float peak);
    void reset();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_level = 0; ///< 0 to 1 of the meter's length
};

} // namespace parley::ui
