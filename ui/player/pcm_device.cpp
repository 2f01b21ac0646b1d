// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "player/pcm_device.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace parley::ui {
namespace {

constexpr int kHeardChannels = 2; // of more, the first two are left and right

template <typename Integer>
void writeInteger(float sample, char* data) {
    constexpr double kMost = std::numeric_limits<Integer>::max();
    const auto value = static_cast<Integer>(std::lround(static_cast<double>(sample) * kMost));
    std::memcpy(data, &value, sizeof value);
}

void writeSample(QAudioFormat::SampleFormat format, float sample, char* data) {
    switch (format) {
    case QAudioFormat::UInt8:
        *data = static_cast<char>(std::lround(sample * 127.0F + 128.0F));
        return;
    case QAudioFormat::Int16:
        writeInteger<qint16>(sample, data);
        return;
    case QAudioFormat::Int32:
        writeInteger<qint32>(sample, data);
        return;
    case QAudioFormat::Float:
        std::memcpy(data, &sample, sizeof sample);
        return;
    case QAudioFormat::Unknown:
    case QAudioFormat::NSampleFormats:
        return;
    }
}

} // namespace

PcmDevice::PcmDevice(QObject* parent) : QIODevice(parent) {}

void PcmDevice::setFormat(const QAudioFormat& format) {
    m_format = format;
    m_resampler.reset();
    if (format.sampleRate() > 0 && format.sampleRate() != kSampleRate) {
        m_resampler.emplace(format.sampleRate());
    }
}

qint64 PcmDevice::bytesAvailable() const {
    constexpr qint64 kEndless = qint64{1} << 30;
    return kEndless;
}

qint64 PcmDevice::readData(char* data, qint64 maxSize) {
    const qint64 frameBytes = std::max(1, m_format.bytesPerFrame());
    const qint64 frames = maxSize / frameBytes;
    std::memset(data, 0, static_cast<std::size_t>(maxSize));
    if (frames == 0) {
        return maxSize;
    }
    m_samples.resize(static_cast<std::size_t>(frames));
    if (m_resampler) {
        m_resampler->fill(m_samples, [this](std::span<float> block) { m_stream.fill(block); });
    } else {
        m_stream.fill(m_samples);
    }
    convert(m_samples, data);
    return frames * frameBytes;
}

qint64 PcmDevice::writeData(const char* /*data*/, qint64 /*maxSize*/) {
    return -1;
}

void PcmDevice::convert(std::span<const float> samples, char* data) const {
    const int channels = std::min(m_format.channelCount(), kHeardChannels);
    const int sampleBytes = m_format.bytesPerSample();
    for (const float sample : samples) {
        const float loud = std::clamp(sample * m_volume, -1.0F, 1.0F);
        for (int channel = 0; channel < channels; ++channel) {
            writeSample(m_format.sampleFormat(), loud, data + static_cast<std::ptrdiff_t>(channel) * sampleBytes);
        }
        data += m_format.bytesPerFrame();
    }
}

} // namespace parley::ui
