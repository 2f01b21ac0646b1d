// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "player/sound_output.h"

#include <QAudioSink>
#include <QTimerEvent>
#include <algorithm>
#include <optional>

namespace parley::ui {
namespace {

constexpr int kReportMs = 33;
constexpr qint64 kStuckMs = 2000;
constexpr qint64 kTailMs = 200; // what has left our buffer is still on its way through the sound server
constexpr qint64 kLeadInFrames = kSampleRate / 20; // sound servers and cards may swallow the first milliseconds
constexpr qint64 kBufferUs = 300'000;

/// Mono at our rate in the sample format that loses least of what the device takes; else with its rate and channels.
std::optional<QAudioFormat> formatFor(const QAudioDevice& device) {
    const QAudioFormat preferred = device.preferredFormat();
    QAudioFormat format;
    for (const int rate : {kSampleRate, preferred.sampleRate()}) {
        for (const int channels : {1, 2, preferred.channelCount()}) {
            for (const auto samples : {QAudioFormat::Float, QAudioFormat::Int16, QAudioFormat::Int32}) {
                format.setSampleRate(rate);
                format.setChannelCount(channels);
                format.setSampleFormat(samples);
                if (format.isValid() && device.isFormatSupported(format)) {
                    return format;
                }
            }
        }
    }
    return std::nullopt;
}

} // namespace

SoundOutput::SoundOutput() : m_source(this) {
    m_source.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

SoundOutput::~SoundOutput() {
    stop();
}

void SoundOutput::start(const Run& run) {
    if (run.number < m_newest.load()) {
        return;
    }
    stop();
    if (run.number < m_newest.load()) { // a sink looks after waiting events while it ends: a newer run may have begun
        return;
    }
    m_run = run.number;
    const std::optional<QAudioFormat> format = formatFor(run.device);
    if (run.device.isNull() || !format) {
        Q_EMIT failed(m_run);
        return;
    }
    m_source.setFormat(*format);
    m_source.stream().start(run.track, run.seconds, kLeadInFrames);
    m_sink = std::make_unique<QAudioSink>(run.device, *format);
    m_sink->setBufferSize(format->bytesForDuration(kBufferUs));
    m_sink->start(&m_source);
    if (m_sink->error() != QAudio::NoError && m_sink->error() != QAudio::UnderrunError) {
        fail();
        return;
    }
    m_framesTaken = 0;
    m_sinceProgress.start();
    m_sinceEnd.invalidate();
    m_timer.start(kReportMs, Qt::PreciseTimer, this);
}

void SoundOutput::stop() {
    m_timer.stop();
    if (m_sink) {
        m_sink->reset(); // unlike stop(), it may throw away what is buffered instead of playing it
        m_sink.reset();
    }
}

qint64 SoundOutput::framesHeard() const {
    const QAudioFormat format = m_sink->format();
    const qint64 bytes = std::clamp<qint64>(m_sink->bufferSize() - m_sink->bytesFree(), 0, m_sink->bufferSize());
    const qint64 buffered =
        bytes / std::max(1, format.bytesPerFrame()) * kSampleRate / std::max(1, format.sampleRate());
    return std::max<qint64>(0, m_framesTaken - buffered);
}

bool SoundOutput::isStuck() {
    const qint64 taken = m_source.stream().frames();
    if (taken != m_framesTaken) {
        m_framesTaken = taken;
        m_sinceProgress.restart();
    }
    const QAudio::Error error = m_sink->error();
    return error == QAudio::OpenError || error == QAudio::IOError || error == QAudio::FatalError ||
           m_sinceProgress.hasExpired(kStuckMs);
}

void SoundOutput::timerEvent(QTimerEvent* event) {
    if (event->timerId() != m_timer.timerId()) {
        QObject::timerEvent(event);
        return;
    }
    if (isStuck()) {
        fail();
        return;
    }
    const TrackStream::Place place = m_source.stream().placeOf(framesHeard());
    Q_EMIT heard(m_run, place.seconds, place.phase == TrackStream::Phase::Waiting);
    if (place.phase != TrackStream::Phase::Ended) {
        m_sinceEnd.invalidate(); // it may be asked to loop in the last moment
    } else if (!m_sinceEnd.isValid()) {
        m_sinceEnd.start();
    } else if (m_sinceEnd.hasExpired(kTailMs)) {
        const quint64 run = m_run; // stop() may let the next one begin
        stop();
        Q_EMIT ended(run);
    }
}

void SoundOutput::fail() {
    const quint64 run = m_run; // stop() may let the next one begin
    stop();
    Q_EMIT failed(run);
}

} // namespace parley::ui
