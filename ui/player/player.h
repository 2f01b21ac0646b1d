// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sound_track.h"

#include <QAudioDevice>
#include <QObject>
#include <QThread>
#include <QTimer>

namespace parley::ui {

class SoundOutput;

/// Plays one track, which may still be growing. GUI thread; the sound card is served on a thread of its own, and no
/// call waits for it. Times in seconds of the track.
class Player : public QObject {
    Q_OBJECT

public:
    enum class State {
        Stopped,
        Playing,
        Paused,
        Waiting, ///< the sound ran dry while the rest is still made; it goes on by itself
    };
    Q_ENUM(State)

    explicit Player(QObject* parent = nullptr);
    Q_DISABLE_COPY_MOVE(Player)
    ~Player() override;

    /// Stops, and takes another track, or none, from its beginning.
    void load(SoundTrackPtr track);
    /// Goes on with another track at the same time, playing or not: to compare two takes.
    void switchTrack(SoundTrackPtr track);
    [[nodiscard]] const SoundTrackPtr& track() const noexcept { return m_track; }

    /// From where it was; from the beginning if it was at the end.
    void play();
    void pause();
    /// Back to the beginning.
    void stop();
    /// In a track that still grows, a place that is yet to come is waited for.
    void seek(double seconds);

    /// 0.5 to 2.0, with the pitch kept; heard after what is in the sound card's buffer.
    void setSpeed(double speed);
    [[nodiscard]] double speed() const noexcept { return m_speed; }
    void setLoop(bool loop);
    [[nodiscard]] bool loop() const noexcept { return m_loop; }
    /// 0 to 1.
    void setVolume(double volume);
    [[nodiscard]] double volume() const noexcept { return m_volume; }
    /// QAudioDevice::id(); empty: the system's choice, also when that changes.
    void setDevice(const QString& id);
    [[nodiscard]] const QString& device() const noexcept { return m_deviceId; }

    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] bool isActive() const noexcept { return m_state == State::Playing || m_state == State::Waiting; }
    /// What is heard at this moment.
    [[nodiscard]] double position() const noexcept { return m_position; }

Q_SIGNALS:
    void stateChanged(parley::ui::Player::State state);
    /// About 30 times a second while it plays.
    void positionChanged(double seconds);
    void trackChanged();
    void speedChanged(double speed);
    void loopChanged(bool loop);
    void volumeChanged(double volume);
    /// What is wrong with the sound device and what happens instead, for people.
    void problem(const QString& text);

private:
    void startRun();
    void endRun(State state);
    void setState(State state);
    void setPosition(double seconds);
    [[nodiscard]] double lastPlace() const; ///< in seconds, where a seek may go
    [[nodiscard]] bool isAtEnd() const;
    /// The device that was asked for or else the system's; null if there is none.
    [[nodiscard]] QAudioDevice findDevice() const;
    void checkDevice();
    /// The device in use is gone or broken: goes on with another, or pauses.
    void leaveDevice();
    void hear(quint64 run, double seconds, bool waiting);

    /// Runs `call` with the output on its thread.
    template <typename Call>
    void tellOutput(Call call);

    QThread m_thread;
    SoundOutput* m_output; ///< deleted by its thread's end
    QTimer m_deviceWatch;  ///< while it plays: Qt 6.4 keeps PulseAudio's list of devices but tells of no change
    SoundTrackPtr m_track;
    QString m_deviceId;
    QAudioDevice m_usedDevice;
    quint64 m_run = 0;
    State m_state = State::Stopped;
    double m_position = 0;
    double m_speed = 1.0;
    bool m_loop = false;
    double m_volume = 1.0;
};

} // namespace parley::ui
