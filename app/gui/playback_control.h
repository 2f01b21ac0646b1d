// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jobs/making_progress.h"
#include "player/player.h"
#include "player/start_rule.h"
#include "store/take.h"

#include <QObject>
#include <optional>

namespace parley::gui {

class MainWindow;
struct Studio;

/// What is heard: takes from the list, the take that is being made, a part of a voice; and two takes in comparison.
class PlaybackControl : public QObject {
    Q_OBJECT

public:
    PlaybackControl(Studio& studio, MainWindow& window);

private:
    void connectTakes();
    void connectBar();
    void connectMaking();

    void playTake(ui::TakeId id, std::optional<double> from = {});
    void loadTake(ui::TakeId id);
    void playVoice(const ui::SoundTrackPtr& track, double from, double to);
    /// Plays the first of the two; the same two again: the other one.
    void compare(ui::TakeId a, ui::TakeId b);
    /// The other of two compared takes, at the same place.
    void swapCompared();

    void onFrontTake(ui::TakeId id);
    void onProgress(const ui::MakingProgress& making);
    void onTakeEnded(ui::TakeId id);
    /// Starts the take that is being made as soon as its rule allows it, and tells how long that takes.
    void followMaking();

    void onState(ui::Player::State state);
    void onPosition(double seconds);
    void stopComparing();
    [[nodiscard]] QString titleOf(ui::TakeId id) const;

    Studio& m_studio;
    MainWindow& m_window;
    ui::TakeId m_take = 0;      ///< what is in the player; 0: a voice, or nothing
    ui::TakeId m_compared = 0;  ///< the other one of an A/B pair
    double m_voiceEnd = 0;      ///< where a voice's selection ends, in seconds
    ui::TakeId m_making = 0;    ///< the take that is to start by itself; 0 once it did, or once the user chose another
    ui::JobProgress m_progress; ///< its own
};

} // namespace parley::gui
