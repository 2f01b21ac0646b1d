// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/audio.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSource>
#include <QByteArray>
#include <QObject>
#include <QTimer>
#include <memory>

class QIODevice;

namespace parley::ui {

/// What the device sends as mono samples, the mean of its channels. `bytes` holds whole frames.
[[nodiscard]] std::vector<float> toMono(const QByteArray& bytes, const QAudioFormat& format);

/// Takes sound from one microphone, on whatever thread it lives on: opening a sound device can take a second.
class Capture : public QObject {
    Q_OBJECT

public:
    explicit Capture(double mostSeconds);
    Capture(const Capture&) = delete;
    Capture& operator=(const Capture&) = delete;
    ~Capture() override;

    void start(const QAudioDevice& device);
    /// Ends with what there is.
    void stop();

Q_SIGNALS:
    void started();
    /// The loudest sample since the last time, and how much there is.
    void heard(float peak, double seconds);
    /// Always the last word of a start(): all that was recorded, at kSampleRate, and why it ended early, for people.
    void finished(const parley::AudioClip& clip, const QString& problem);

private:
    void read();
    void watchState(QAudio::State state);
    void end(const QString& problem);

    double m_mostSeconds;
    QAudioFormat m_format;
    std::unique_ptr<QAudioSource> m_source;
    QIODevice* m_stream = nullptr; ///< owned by m_source
    QByteArray m_pending;          ///< less than a frame
    AudioClip m_clip;
    QTimer m_silence; ///< runs out if a device that was opened sends nothing
};

} // namespace parley::ui
