// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/waveform_peaks.h"
#include "widgets/waveform_picture.h"
#include "widgets/waveform_view.h"

#include <QBasicTimer>
#include <optional>

namespace parley::ui {

/// What a WaveformView knows, and the arithmetic of it; the view turns events into calls and changes into signals.
class WaveformView::Impl {
public:
    static constexpr double kLeastSelection = 0.05; // seconds

    SoundTrackPtr track;
    WaveformPeaks peaks;
    QBasicTimer growth; ///< runs while there are samples to look at or to come
    double position = 0;
    double expectedSeconds = 0;
    std::optional<Selection> selection;
    WaveformPart part = WaveformPart::Position; ///< what the arrow keys move
    std::optional<WaveformPart> dragged;

    [[nodiscard]] double soundSeconds() const;
    [[nodiscard]] WaveformPicture picture(const QWidget& widget) const;
    /// What a press at this place takes hold of.
    [[nodiscard]] WaveformPart partAt(const WaveformPicture& picture, double place) const;
    [[nodiscard]] double timeOf(WaveformPart which) const;
    /// The selection with one end at `time`, or as near as the other end and the sound allow.
    [[nodiscard]] Selection withEnd(WaveformPart which, double time) const;
    /// Nothing when there is no other part in that direction.
    [[nodiscard]] std::optional<WaveformPart> nextPart(bool next) const;
};

} // namespace parley::ui
