// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/theme.h"

#include <QProgressBar>

namespace parley::ui {

/// A thin bar that shows how much of something is used, in the colour of a tone.
class Gauge : public QProgressBar {
    Q_OBJECT

public:
    explicit Gauge(QWidget* parent = nullptr);

    void setTone(Tone tone);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone = Tone::Neutral;
};

} // namespace parley::ui
