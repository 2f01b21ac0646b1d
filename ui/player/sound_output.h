// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "player/pcm_device.h"
#include "store/sound_track.h"

#include <QAudioDevice>
#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>
#include <atomic>
#include <memory>

class QAudioSink;

namespace parley::ui {

/// Plays tracks on a sound card. It lives on a thread of its own, where PulseAudio's sink pulls samples by a timer that
/// the window must not hold up; every function but setNewest() is called there. Each run has a number that its signals
/// carry, since they may arrive after the next run was asked for.
class SoundOutput final : public QObject {
    Q_OBJECT

public:
    struct Run {
        quint64 number = 0;
        SoundTrackPtr track;
        double seconds = 0;
        QAudioDevice device;
    };

    SoundOutput();
    Q_DISABLE_COPY_MOVE(SoundOutput)
    ~SoundOutput() override;

    /// Any thread: runs with a lower number aren't worth starting any more.
    void setNewest(quint64 number) noexcept { m_newest.store(number); }

    void start(const Run& run);
    void stop();
    void setTempo(double tempo) { m_source.stream().setTempo(tempo); }
    void setLoop(bool loop) { m_source.stream().setLoop(loop); }
    void setVolume(double volume) { m_source.setVolume(volume); }

Q_SIGNALS:
    /// About 30 times a second: what is heard at this moment.
    void heard(quint64 run, double seconds, bool waiting);
    void ended(quint64 run);
    /// The device doesn't open, or takes no more.
    void failed(quint64 run);

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    [[nodiscard]] qint64 framesHeard() const;
    void fail();
    /// True once the sink has failed, or hasn't asked for samples for so long that it never will.
    [[nodiscard]] bool isStuck();

    std::atomic<quint64> m_newest = 0;
    quint64 m_run = 0;
    PcmDevice m_source;
    std::unique_ptr<QAudioSink> m_sink;
    QBasicTimer m_timer;
    QElapsedTimer m_sinceProgress;
    QElapsedTimer m_sinceEnd; ///< invalid before the end
    qint64 m_framesTaken = 0;
};

} // namespace parley::ui
