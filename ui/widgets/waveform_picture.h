// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/waveform_peaks.h"
#include "widgets/waveform_view.h"

#include <QPalette>
#include <QRectF>
#include <optional>

class QPainter;

namespace parley::ui {

/// Everything that a picture of a sound shows, and where: times in seconds, places in the widget's coordinates.
struct WaveformPicture {
    QRectF area;        ///< from the first sample to the last
    double seconds = 0; ///< that the area's width stands for
    double position = 0;
    std::optional<WaveformView::Selection> selection;
    std::optional<WaveformPart> focus; ///< none: the keyboard is elsewhere
    QPalette palette;

    [[nodiscard]] double placeOf(double time) const;
    /// Between 0 and `seconds`.
    [[nodiscard]] double timeAt(double place) const;

    void paint(QPainter& painter, const WaveformPeaks& peaks) const;

private:
    void paintBars(QPainter& painter, const WaveformPeaks& peaks) const;
    void paintPosition(QPainter& painter) const;
    void paintHandle(QPainter& painter, double time, WaveformPart part) const;
    [[nodiscard]] bool isSelected(double time) const;
};

} // namespace parley::ui
