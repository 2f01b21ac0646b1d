// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "voices/capture.h"

#include <QIODevice>
#include <QTemporaryDir>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace parley::ui {

namespace {

constexpr std::chrono::seconds kPatience{3};

/// 44.1 kHz mono if the device can, which sound servers always can; else its own choice.
QAudioFormat formatFor(const QAudioDevice& device) {
    QAudioFormat format;
    format.setSampleRate(kSampleRate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Float);
    return device.isFormatSupported(format) ? format : device.preferredFormat();
}

/// The engine resamples what it reads from a file; a few seconds go through one quickly.
AudioClip atModelRate(AudioClip clip) {
    if (clip.samples.empty()) {
        return {};
    }
    const QTemporaryDir folder;
    if (clip.sampleRate == kSampleRate || !folder.isValid()) {
        return clip;
    }
    const std::filesystem::path file = folder.filePath(QStringLiteral("recording.wav")).toStdString();
    if (!writeAudio(file, clip, SampleFormat::Float32).ok()) {
        return clip;
    }
    Result<AudioClip> read = readAudio(file);
    return read.ok() ? std::move(read).value() : clip;
}

} // namespace

std::vector<float> toMono(const QByteArray& bytes, const QAudioFormat& format) {
    const auto channels = static_cast<std::size_t>(std::max(format.channelCount(), 1));
    const auto sampleBytes = static_cast<std::size_t>(std::max(format.bytesPerSample(), 1));
    std::vector<float> mono(static_cast<std::size_t>(bytes.size()) / (channels * sampleBytes));
    const char* at = bytes.constData();
    for (float& sample : mono) {
        float sum = 0;
        for (std::size_t channel = 0; channel < channels; ++channel) {
            const float value = format.normalizedSampleValue(at);
            sum += std::isfinite(value) ? value : 0;
            at += sampleBytes;
        }
        sample = std::clamp(sum / static_cast<float>(channels), -1.0F, 1.0F);
    }
    return mono;
}

Capture::Capture(double mostSeconds) : m_mostSeconds(mostSeconds), m_silence(this) {
    m_silence.setSingleShot(true);
    m_silence.setInterval(kPatience);
    connect(&m_silence, &QTimer::timeout, this,
            [this] { end(tr("The microphone sends no sound. Was it unplugged, or isn't Parley allowed to use it?")); });
}

Capture::~Capture() = default;

void Capture::start(const QAudioDevice& device) {
    m_clip = {};
    m_pending.clear();
    m_format = formatFor(device);
    m_clip.sampleRate = m_format.sampleRate();
    m_source = std::make_unique<QAudioSource>(device, m_format);
    m_stream = m_source->start();
    if (m_stream == nullptr || m_source->error() != QAudio::NoError || m_clip.sampleRate <= 0) {
        end(tr("The microphone can't be opened. Is it in use, unplugged, or isn't Parley allowed to use it?"));
        return;
    }
    connect(m_stream, &QIODevice::readyRead, this, &Capture::read);
    connect(m_source.get(), &QAudioSource::stateChanged, this, &Capture::watchState);
    m_silence.start();
    Q_EMIT started();
}

void Capture::stop() {
    if (m_source) {
        read();
        end({});
    }
}

void Capture::read() {
    if (!m_source) {
        return;
    }
    m_pending += m_stream->readAll();
    const qsizetype frame = std::max(m_format.bytesPerFrame(), 1);
    const qsizetype whole = m_pending.size() / frame * frame;
    const std::vector<float> fresh = toMono(m_pending.left(whole), m_format);
    m_pending.remove(0, whole);
    if (fresh.empty()) {
        return;
    }
    m_silence.start();
    const auto most = static_cast<std::size_t>(m_mostSeconds * m_clip.sampleRate);
    const std::size_t count = std::min(fresh.size(), most - m_clip.samples.size());
    m_clip.samples.insert(m_clip.samples.end(), fresh.begin(), fresh.begin() + static_cast<std::ptrdiff_t>(count));
    float peak = 0;
    for (const float sample : fresh) {
        peak = std::max(peak, std::abs(sample));
    }
    Q_EMIT heard(peak, m_clip.seconds());
    if (m_clip.samples.size() == most) {
        end({});
    }
}

void Capture::watchState(QAudio::State state) {
    if (m_source && state == QAudio::StoppedState) {
        end(tr("The microphone went away. What was recorded until then is kept."));
    }
}

void Capture::end(const QString& problem) {
    m_silence.stop();
    if (!m_source) {
        return;
    }
    // The stream may be what is calling right now, so it has to outlive this call.
    m_source->disconnect(this);
    m_stream = nullptr;
    m_source->stop();
    m_source.release()->deleteLater();
    Q_EMIT finished(atModelRate(std::exchange(m_clip, {})), problem);
}

} // namespace parley::ui
