// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/resample_stream.h"
#include "player/track_stream.h"

#include <QAudioFormat>
#include <QIODevice>
#include <optional>
#include <vector>

namespace parley::ui {

/// A track as bytes for a sound card that pulls them. A read always gives all that was asked for, since an empty one
/// makes sinks stop. Everything on the thread of its reader.
class PcmDevice final : public QIODevice {
    Q_OBJECT

public:
    explicit PcmDevice(QObject* parent = nullptr);

    /// Between two runs: any rate, channels and sample format.
    void setFormat(const QAudioFormat& format);
    void setVolume(double volume) noexcept { m_volume = static_cast<float>(volume); }
    [[nodiscard]] TrackStream& stream() noexcept { return m_stream; }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;

protected:
    qint64 readData(char* data, qint64 maxSize) override;
    qint64 writeData(const char* data, qint64 maxSize) override;

private:
    void convert(std::span<const float> samples, char* data) const;

    TrackStream m_stream;
    QAudioFormat m_format;
    std::optional<ResampleStream> m_resampler; ///< for a device that doesn't take kSampleRate
    float m_volume = 1.0F;
    std::vector<float> m_samples;
};

} // namespace parley::ui
