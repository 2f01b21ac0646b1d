// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/encode_stream.h"

#include "audio/push_resampler.h"
#include "audio/sound_encoder.h"

#include <cstdint>
#include <cstring>
#include <optional>

namespace parley {
namespace {

struct Target {
    SoundEncoding encoding;
    int rate;
};

Target targetOf(StreamFormat format) {
    switch (format) {
    case StreamFormat::Flac:
        return {{"FLAC", SF_FORMAT_FLAC | SF_FORMAT_PCM_16}, kSampleRate};
    case StreamFormat::Mp3:
        return {{"MP3", SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III}, kSampleRate};
    case StreamFormat::Opus:
        return {{"Opus", SF_FORMAT_OGG | SF_FORMAT_OPUS}, 48000};
    case StreamFormat::Pcm:
        return {{"PCM", SF_FORMAT_RAW | SF_FORMAT_PCM_16 | SF_ENDIAN_LITTLE}, 24000};
    case StreamFormat::Wav:
        break;
    }
    // libsndfile would put the length of nothing into the header.
    return {{"WAV", SF_FORMAT_RAW | SF_FORMAT_PCM_16 | SF_ENDIAN_LITTLE}, kSampleRate};
}

void append(std::vector<std::byte>& bytes, const void* data, std::size_t size) {
    const auto* const first = static_cast<const std::byte*>(data);
    bytes.insert(bytes.end(), first, first + size);
}

void appendNumber(std::vector<std::byte>& bytes, std::uint32_t value, int size) {
    for (int i = 0; i < size; ++i) {
        bytes.push_back(static_cast<std::byte>(value >> (8 * i)));
    }
}

/// The largest sizes are what players take for "until the end".
std::vector<std::byte> wavHeader() {
    constexpr std::uint32_t kUnknown = 0xFFFFFFFF;
    constexpr std::uint32_t kFrameBytes = 2;
    std::vector<std::byte> bytes;
    append(bytes, "RIFF", 4);
    appendNumber(bytes, kUnknown, 4);
    append(bytes, "WAVEfmt ", 8);
    appendNumber(bytes, 16, 4); // of what follows
    appendNumber(bytes, 1, 2);  // PCM
    appendNumber(bytes, 1, 2);  // channels
    appendNumber(bytes, kSampleRate, 4);
    appendNumber(bytes, kSampleRate * kFrameBytes, 4);
    appendNumber(bytes, kFrameBytes, 2);
    appendNumber(bytes, 16, 2); // bits
    append(bytes, "data", 4);
    appendNumber(bytes, kUnknown, 4);
    return bytes;
}

void prepare(SNDFILE* file, StreamFormat format) {
    if (format == StreamFormat::Mp3) {
        // Without the table that a whole file has, players tell the length by the bit rate.
        int mode = SF_BITRATE_MODE_CONSTANT;
        double compression = 2.0 / 3.0; // 0 stands for 320 kbit/s and 1 for 32: this is 128
        sf_command(file, SFC_SET_BITRATE_MODE, &mode, sizeof mode);
        sf_command(file, SFC_SET_COMPRESSION_LEVEL, &compression, sizeof compression);
    } else if (format == StreamFormat::Opus) {
        double pageMs = 100; // Ogg keeps a second of sound back otherwise
        sf_command(file, SFC_SET_OGG_PAGE_LATENCY_MS, &pageMs, sizeof pageMs);
    }
}

} // namespace

class EncodeStream::Impl {
public:
    explicit Impl(StreamFormat format)
        : m_target(targetOf(format)), m_file(openEncoder(m_memory, m_target.rate, m_target.encoding, subject())) {
        prepare(m_file.get(), format);
        if (m_target.rate != kSampleRate) {
            m_resampler.emplace(m_target.rate);
        }
        if (format == StreamFormat::Wav) {
            m_header = wavHeader();
        }
    }

    std::vector<std::byte> put(std::span<const float> samples) {
        write(m_resampler ? m_resampler->put(samples) : std::vector<float>(samples.begin(), samples.end()));
        return takeNew();
    }

    std::vector<std::byte> finish() {
        if (m_resampler) {
            write(m_resampler->finish());
        }
        m_file.reset();
        return takeNew();
    }

private:
    [[nodiscard]] std::filesystem::path subject() const { return m_target.encoding.name; }

    void write(const std::vector<float>& samples) {
        writeSamples(m_file.get(), m_memory, samples, m_target.encoding, subject());
    }

    /// What an encoder changes at the end in what was handed out before (lengths, checksums) stays as it was: all of
    /// these formats may leave it open.
    std::vector<std::byte> takeNew() {
        const std::vector<std::byte> fresh = m_memory.bytesFrom(m_handedOut);
        m_handedOut += fresh.size();
        std::vector<std::byte> bytes = std::move(m_header);
        m_header.clear();
        bytes.insert(bytes.end(), fresh.begin(), fresh.end());
        return bytes;
    }

    Target m_target;
    MemoryFile m_memory;
    SndFile m_file; // goes before what it writes into
    std::optional<PushResampler> m_resampler;
    std::vector<std::byte> m_header; ///< not handed out yet
    std::size_t m_handedOut = 0;     ///< bytes of m_memory
};

EncodeStream::EncodeStream(StreamFormat format) : m_impl(std::make_unique<Impl>(format)) {}

EncodeStream::~EncodeStream() = default;

std::vector<std::byte> EncodeStream::put(std::span<const float> samples) {
    return m_impl->put(samples);
}

std::vector<std::byte> EncodeStream::finish() {
    return m_impl->finish();
}

} // namespace parley
