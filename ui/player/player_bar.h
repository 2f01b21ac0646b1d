// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "player/player.h"

#include <QTimer>
#include <QWidget>
#include <optional>

class QLabel;
class QToolButton;

namespace parley::ui {

class ElidedLabel;
class NoticeBar;
class WaveformView;

/// The controls of a player: what plays, where it is, and everything one can do to it. Space plays and pauses wherever
/// in the bar the keyboard is.
class PlayerBar : public QWidget {
    Q_OBJECT

public:
    /// The player must outlive the bar.
    explicit PlayerBar(Player& player, QWidget* parent = nullptr);

    /// What people call the take that is loaded.
    void setTitle(const QString& title);
    /// Room for a sound of this length while it is made; 0: as long as it is.
    void setExpectedSeconds(double seconds);
    /// "Ready to play in n s"; nothing takes it away.
    void setReadyIn(const std::optional<double>& seconds);
    /// Whether there is another take to compare with.
    void setCompareAvailable(bool available);

Q_SIGNALS:
    /// Play the other of two takes from the same place on.
    void compareRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildControls();
    void buildLayout();
    void connectPlayer();
    void sizeButtons();
    void togglePlay();
    void showTrack();
    void showState();
    void showTime();
    void tellProblem(const QString& text);

    Player& m_player;
    NoticeBar* m_notice = nullptr;
    QToolButton* m_play = nullptr;
    QToolButton* m_stop = nullptr;
    QToolButton* m_loop = nullptr;
    QToolButton* m_compare = nullptr;
    ElidedLabel* m_title = nullptr;
    QLabel* m_status = nullptr;
    QLabel* m_time = nullptr;
    WaveformView* m_waveform = nullptr;
    QTimer m_growth; ///< while the track grows: its length is shown, too
    std::optional<double> m_readyIn;
};

} // namespace parley::ui
