// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/audio.h"
#include "store/sound_track.h"

#include <QAudioDevice>
#include <QList>
#include <QMediaDevices>
#include <QObject>
#include <QString>
#include <QThread>

namespace parley::ui {

class Capture;

/// Records from a microphone on a thread of its own, up to kMostVoiceSeconds. GUI thread. It asks the system for its
/// microphones as soon as it is made.
class Recorder : public QObject {
    Q_OBJECT

public:
    explicit Recorder(QObject* parent = nullptr);
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;
    ~Recorder() override;

    [[nodiscard]] QList<QAudioDevice> devices() const;
    [[nodiscard]] bool isRecording() const noexcept { return m_recording; }

    /// finished() ends it, whatever happens.
    void start(const QAudioDevice& device);
    void stop();

Q_SIGNALS:
    void devicesChanged();
    void started();
    /// The loudest sample of the last moments, 0 to 1, and how much there is.
    void heard(float peak, double seconds);
    /// What was recorded (perhaps nothing), and why it ended early, for people; empty if it didn't.
    void finished(const parley::AudioClip& clip, const QString& problem);

    /// To the microphone's thread.
    void startWanted(const QAudioDevice& device);
    void stopWanted();

private:
    QMediaDevices m_devices;
    QThread m_thread;
    Capture* m_capture; ///< lives on m_thread
    bool m_recording = false;
};

} // namespace parley::ui
