// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sound_track.h"

#include <QWidget>
#include <optional>

namespace parley::ui {

/// What of a waveform the keyboard moves.
enum class WaveformPart { Position, From, To };

/// The shape of a sound that may still grow, where playback is, and, if asked for, a part of it between two handles.
/// A click or drag seeks; the arrow keys (1 s, with Shift 0.1 s), Page Up and Down (5 s), Home and End do, too. With a
/// selection, its handles are dragged, or moved by the arrow keys (0.1 s, with Shift 0.01 s) after Tab has chosen one.
/// Times in seconds.
class WaveformView : public QWidget {
    Q_OBJECT

public:
    explicit WaveformView(QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(WaveformView)
    ~WaveformView() override;

    /// Null shows nothing. A growing track is redrawn as it grows.
    void setTrack(SoundTrackPtr track);
    [[nodiscard]] const SoundTrackPtr& track() const noexcept;

    void setPosition(double seconds);
    [[nodiscard]] double position() const noexcept;

    struct Selection {
        double from = 0;
        double to = 0;
        bool operator==(const Selection&) const = default;
    };
    /// None: no handles.
    void setSelection(const std::optional<Selection>& selection);
    [[nodiscard]] std::optional<Selection> selection() const noexcept;

    /// What the arrow keys move, and where it is.
    [[nodiscard]] WaveformPart part() const noexcept;
    [[nodiscard]] double partTime() const;
    /// As a person does: clamped, and told by a signal.
    void movePart(double seconds);

    /// Room for a sound of this length even while less is there; 0: as long as the sound.
    void setExpectedSeconds(double seconds);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void seekRequested(double seconds);
    void selectionChanged(const parley::ui::WaveformView::Selection& selection);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    class Impl;
    void moveTo(WaveformPart part, double time);
    /// Screen readers hear what the arrow keys move from now on.
    void choosePart(WaveformPart part);
    void tellValue();

    std::unique_ptr<Impl> m_impl;
};

} // namespace parley::ui
