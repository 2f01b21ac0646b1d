// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "audio/ffmpeg_fallback.h"

#include "audio/incoming_sound.h"
#include "audio/subprocess.h"
#include "files/system_reason.h"

#include <bit>
#include <cstddef>
#include <cstring>
#include <span>
#include <system_error>
#include <utility>
#include <vector>

namespace fs = std::filesystem;

namespace parley {
namespace {

static_assert(std::endian::native == std::endian::little, "ffmpeg is asked for little-endian floats");

std::vector<std::string> ffmpegArguments(const fs::path& path) {
    std::error_code error;
    const fs::path absolute = fs::absolute(path, error);
    if (error) {
        refuseSound(path, phrase("can't be read: %1", files::systemReason(error)));
    }
    return {"ffmpeg", "-nostdin", "-v", "error",
            // A file may be a playlist; it shall not make ffmpeg go to the network.
            "-protocol_whitelist", "file,pipe",
            // One second more than allowed, so that a longer file is noticed.
            "-t", std::to_string(kMaxSourceSeconds + 1),
            // Neither a leading '-' nor a "scheme:" in the name has a meaning behind "file:/".
            "-i", "file:" + absolute.string(), "-vn",
            // rematrix_maxval: the mean of the channels, not 3 dB more, which is the default for float output.
            "-f", "f32le", "-rematrix_maxval", "1", "-ac", "1", "-ar", std::to_string(kSampleRate), "pipe:1"};
}

/// Pieces of a byte stream, which may end inside a float, become samples.
class FloatStream {
public:
    explicit FloatStream(IncomingSound& sound) : m_sound(sound) {}

    void append(std::span<const std::byte> bytes) {
        m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
        std::vector<float> samples(m_bytes.size() / sizeof(float));
        const std::size_t used = samples.size() * sizeof(float);
        if (used > 0) {
            std::memcpy(samples.data(), m_bytes.data(), used);
        }
        m_sound.append(samples);
        m_bytes.erase(m_bytes.begin(), m_bytes.begin() + static_cast<std::ptrdiff_t>(used));
    }

private:
    IncomingSound& m_sound;
    std::vector<std::byte> m_bytes; ///< not yet a whole float
};

/// The first line of what ffmpeg wrote, without the "[demuxer @ 0x55d0c8a3f2c0] " that it may begin with.
std::string firstWords(const std::string& text) {
    const std::string line = text.substr(0, text.find('\n'));
    const std::size_t end = line.starts_with('[') ? line.find("] ") : std::string::npos;
    return end == std::string::npos ? line : line.substr(end + 2);
}

} // namespace

AudioClip readWithFfmpeg(const fs::path& path, const std::string& reason, std::chrono::milliseconds timeLimit) {
    IncomingSound sound(path, kSampleRate);
    FloatStream stream(sound);
    const ProgramReport report =
        runProgram(ffmpegArguments(path), [&](std::span<const std::byte> bytes) { stream.append(bytes); }, timeLimit);
    switch (report.end) {
    case ProgramEnd::Succeeded:
        break;
    case ProgramEnd::Failed:
        refuseSound(path, phrase("is not a sound file that can be read"), phrase("convert it to WAV or FLAC"),
                    firstWords(report.errors));
    case ProgramEnd::TimedOut:
        refuseSound(path, phrase("took too long to be read by ffmpeg"), phrase("convert it to WAV or FLAC"));
    case ProgramEnd::NotStarted:
        refuseSound(path, phrase("is not of a sound format that can be read"),
                    phrase("install ffmpeg to read more formats, or convert the file to WAV or FLAC"), reason);
    }
    return sound.take();
}

} // namespace parley
