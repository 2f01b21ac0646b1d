// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/playback_control.h"

#include "gui/main_window.h"
#include "gui/studio.h"
#include "jobs/make_bar.h"
#include "parley/frame_rate.h"
#include "player/player_bar.h"
#include "takes/takes_panel.h"
#include "voices/voice_panel.h"
#include "widgets/notice_bar.h"

namespace parley::gui {

using ui::Player;
using ui::TakeId;

namespace {

constexpr int kTitleLetters = 72;

} // namespace

PlaybackControl::PlaybackControl(Studio& studio, MainWindow& window)
    : QObject(&window), m_studio(studio), m_window(window) {
    connectTakes();
    connectBar();
    connectMaking();
    connect(&studio.player, &Player::stateChanged, this, &PlaybackControl::onState);
    connect(&studio.player, &Player::positionChanged, this, &PlaybackControl::onPosition);
    connect(window.voices, &ui::VoicePanel::playRequested, this, &PlaybackControl::playVoice);
    connect(window.voices, &ui::VoicePanel::stopRequested, &studio.player, &Player::stop);
}

void PlaybackControl::connectTakes() {
    connect(m_window.takes, &ui::TakesPanel::playRequested, this, [this](TakeId id) { playTake(id); });
    connect(m_window.takes, &ui::TakesPanel::pauseRequested, &m_studio.player, &Player::pause);
    connect(m_window.takes, &ui::TakesPanel::seekRequested, this,
            [this](TakeId id, double seconds) { playTake(id, seconds); });
    connect(m_window.takes, &ui::TakesPanel::compareRequested, this, &PlaybackControl::compare);
    connect(&m_studio.takes, &ui::TakeLibrary::removed, this, [this](TakeId id) {
        if (id == m_take) {
            m_studio.player.load({});
            m_take = 0;
        }
        if (id == m_compared) {
            stopComparing();
        }
    });
    connect(&m_studio.takes, &ui::TakeLibrary::changed, this, [this](TakeId id) {
        if (id == m_take) {
            m_window.player->setTitle(titleOf(id));
        }
    });
}

void PlaybackControl::connectBar() {
    connect(m_window.player, &ui::PlayerBar::compareRequested, this, &PlaybackControl::swapCompared);
    connect(&m_studio.player, &Player::speedChanged, this, [this](double speed) {
        if (m_take != 0) {
            m_studio.takes.setSpeed(m_take, speed);
        }
    });
    connect(&m_studio.player, &Player::volumeChanged, this, [this](double volume) {
        ui::Preferences now = m_studio.settings.preferences();
        now.volume = volume;
        m_studio.settings.setPreferences(now);
    });
}

void PlaybackControl::connectMaking() {
    connect(&m_studio.jobs, &ui::JobQueue::frontTakeChanged, this, &PlaybackControl::onFrontTake);
    connect(&m_studio.jobs, &ui::JobQueue::progressed, this, &PlaybackControl::onProgress);
    connect(&m_studio.jobs, &ui::JobQueue::takeAudio, this, [this] { followMaking(); });
    connect(&m_studio.jobs, &ui::JobQueue::takeEnded, this, &PlaybackControl::onTakeEnded);
}

QString PlaybackControl::titleOf(TakeId id) const {
    return ui::firstWords(m_window.takes->titleOf(id), kTitleLetters);
}

void PlaybackControl::stopComparing() {
    m_compared = 0;
    m_window.player->setCompareAvailable(false);
}

void PlaybackControl::loadTake(TakeId id) {
    m_take = id;
    m_voiceEnd = 0;
    const auto take = m_studio.takes.take(id);
    m_studio.player.load(m_studio.takes.sound(id));
    m_studio.player.setSpeed(take ? take->speed : 1.0);
    m_window.player->setTitle(titleOf(id));
}

void PlaybackControl::playTake(TakeId id, std::optional<double> from) {
    m_making = 0; // from now on the user decides what is heard
    if (id != m_take) {
        stopComparing();
        loadTake(id);
    }
    if (from) {
        m_studio.player.seek(*from);
    }
    m_studio.player.play();
}

void PlaybackControl::playVoice(const ui::SoundTrackPtr& track, double from, double to) {
    m_making = 0;
    m_take = 0;
    stopComparing();
    m_studio.player.load(track);
    m_studio.player.setSpeed(1.0);
    m_window.player->setTitle(tr("Voice"));
    m_voiceEnd = to;
    m_studio.player.seek(from);
    m_studio.player.play();
}

void PlaybackControl::compare(TakeId a, TakeId b) {
    if (m_compared != 0 && (QPair(m_take, m_compared) == QPair(a, b) || QPair(m_take, m_compared) == QPair(b, a))) {
        swapCompared();
        m_studio.player.play();
        return;
    }
    playTake(a);
    m_compared = b;
    m_window.player->setCompareAvailable(true);
}

void PlaybackControl::swapCompared() {
    if (m_compared == 0) {
        return;
    }
    std::swap(m_take, m_compared);
    m_studio.player.switchTrack(m_studio.takes.sound(m_take));
    m_window.player->setTitle(titleOf(m_take));
    // Where both are selected it stays so: the same keys swap them once more.
    if (!m_window.takes->selectedTakes().contains(m_take)) {
        m_window.takes->setCurrentTake(m_take);
    }
    m_window.takes->setPlaying(m_compared, false);
    onState(m_studio.player.state());
}

/// Of the takes that are made together, the one in front alone may start by itself.
void PlaybackControl::onFrontTake(TakeId id) {
    m_progress = {};
    // What a person listens to is not interrupted.
    const bool isSilent = !m_studio.player.isActive();
    m_making = isSilent ? id : 0;
    if (isSilent) {
        m_window.takes->setCurrentTake(id);
    }
}

void PlaybackControl::onProgress(const ui::MakingProgress& making) {
    m_progress = making.front;
    followMaking();
}

void PlaybackControl::followMaking() {
    const ui::SoundTrackPtr track = m_making != 0 ? m_studio.takes.sound(m_making) : nullptr;
    if (!track) {
        m_window.make->setReadyIn({});
        return;
    }
    const ui::Preferences& preferences = m_studio.settings.preferences();
    const auto take = m_studio.takes.take(m_making);
    const ui::StartRule rule(preferences.playMode, take ? take->speed : 1.0);
    const double expected = static_cast<double>(m_progress.stepsAtMost) / kRowsPerSecond;
    const ui::Making making{track->seconds(), expected, m_progress.realtime, track->isComplete()};
    m_window.make->setReadyIn(rule.secondsUntilReady(making));
    if (rule.mayStart(making)) {
        const TakeId id = m_making;
        m_window.make->setReadyIn({});
        playTake(id);
    }
}

void PlaybackControl::onTakeEnded(TakeId id) {
    if (id == m_making) {
        followMaking();
        m_making = 0;
        m_window.make->setReadyIn({});
    }
}

void PlaybackControl::onState(Player::State state) {
    const bool active = state == Player::State::Playing || state == Player::State::Waiting;
    if (m_take != 0) {
        m_window.takes->setPlaying(m_take, active);
    }
}

void PlaybackControl::onPosition(double seconds) {
    if (m_take != 0) {
        m_window.takes->setPosition(m_take, seconds);
    } else if (m_voiceEnd > 0 && seconds >= m_voiceEnd) {
        m_studio.player.stop();
    }
}

} // namespace parley::gui
