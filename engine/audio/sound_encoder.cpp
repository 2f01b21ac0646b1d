// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "audio/sound_encoder.h"

#include "audio/libsndfile.h"
#include "parley/error.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <new>

namespace parley {
namespace {

/// libsndfile 1.2 keeps a whole call's Vorbis samples on the stack.
constexpr std::size_t kBlockFrames = 4096;

/// A growing file in memory behind libsndfile's callbacks, through which no exception may pass.
class MemoryFile {
public:
    [[nodiscard]] std::vector<std::byte> take() {
        if (m_outOfMemory) {
            throw std::bad_alloc();
        }
        return std::move(m_bytes);
    }

    [[nodiscard]] static SF_VIRTUAL_IO callbacks() noexcept {
        SF_VIRTUAL_IO io = {};
        io.get_filelen = [](void* self) { return of(self).length(); };
        io.seek = [](sf_count_t offset, int whence, void* self) { return of(self).seek(offset, whence); };
        io.read = [](void* to, sf_count_t count, void* self) { return of(self).read(to, count); };
        io.write = [](const void* from, sf_count_t count, void* self) { return of(self).write(from, count); };
        io.tell = [](void* self) { return static_cast<sf_count_t>(of(self).m_position); };
        return io;
    }

private:
    static MemoryFile& of(void* self) noexcept { return *static_cast<MemoryFile*>(self); }

    [[nodiscard]] sf_count_t length() const noexcept { return static_cast<sf_count_t>(m_bytes.size()); }

    sf_count_t seek(sf_count_t offset, int whence) noexcept {
        const sf_count_t base =
            whence == SEEK_SET ? 0 : (whence == SEEK_CUR ? static_cast<sf_count_t>(m_position) : length());
        if (offset < -base || offset > std::numeric_limits<sf_count_t>::max() - base) {
            return -1;
        }
        m_position = static_cast<std::size_t>(base + offset);
        return base + offset;
    }

    sf_count_t read(void* to, sf_count_t count) noexcept {
        if (count <= 0 || m_position >= m_bytes.size()) {
            return 0;
        }
        const std::size_t size = std::min(static_cast<std::size_t>(count), m_bytes.size() - m_position);
        std::memcpy(to, m_bytes.data() + m_position, size);
        m_position += size;
        return static_cast<sf_count_t>(size);
    }

    sf_count_t write(const void* from, sf_count_t count) noexcept {
        if (count <= 0) {
            return 0;
        }
        const auto size = static_cast<std::size_t>(count);
        try {
            m_bytes.resize(std::max(m_bytes.size(), m_position + size));
        } catch (const std::exception&) { // bad_alloc or length_error
            m_outOfMemory = true;
            return 0;
        }
        std::memcpy(m_bytes.data() + m_position, from, size);
        m_position += size;
        return count;
    }

    std::vector<std::byte> m_bytes;
    std::size_t m_position = 0;
    bool m_outOfMemory = false;
};

SndFile openEncoder(MemoryFile& memory, int sampleRate, const SoundEncoding& encoding, const std::string& subject) {
    SF_VIRTUAL_IO io = MemoryFile::callbacks();
    SF_INFO info = {};
    info.samplerate = sampleRate;
    info.channels = 1;
    info.format = encoding.format;
    SndFile file(sf_open_virtual(&io, SFM_WRITE, &info, &memory));
    if (!file) {
        throw EngineError(ErrorCode::FileUnwritable, subject,
                          "this build of libsndfile can't encode " + encoding.name + " at " +
                              std::to_string(sampleRate) + " Hz: " + sndFileReason(nullptr),
                          "choose wav or flac");
    }
    // With clipping, full scale is 2^15 (2^23), as in reading: a 16-bit recording comes out to the bit.
    sf_command(file.get(), SFC_SET_CLIPPING, nullptr, SF_TRUE);
    // The PEAK chunk of float files holds the time of day; the same sound shall give the same file.
    sf_command(file.get(), SFC_SET_ADD_PEAK_CHUNK, nullptr, SF_FALSE);
    return file;
}

bool isFloatFormat(const SoundEncoding& encoding) noexcept {
    return (encoding.format & SF_FORMAT_SUBMASK) == SF_FORMAT_FLOAT;
}

/// The lossy encoders don't clip, and values far outside [-1, 1] upset them.
void clip(std::vector<float>& block) noexcept {
    for (float& value : block) {
        value = std::clamp(value, -1.0F, 1.0F);
    }
}

} // namespace

std::vector<std::byte> encodeSound(std::span<const float> samples, int sampleRate, const SoundEncoding& encoding,
                                   const std::string& subject) {
    if (!std::all_of(samples.begin(), samples.end(), [](float value) { return std::isfinite(value); })) {
        throw EngineError(ErrorCode::FileUnwritable, subject, "the sound holds samples that are not numbers");
    }
    MemoryFile memory;
    SndFile file = openEncoder(memory, sampleRate, encoding, subject);
    std::vector<float> block;
    while (!samples.empty()) {
        const std::size_t frames = std::min(samples.size(), kBlockFrames);
        block.assign(samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(frames));
        if (!isFloatFormat(encoding)) {
            clip(block);
        }
        const auto count = static_cast<sf_count_t>(frames);
        if (sf_writef_float(file.get(), block.data(), count) != count) {
            static_cast<void>(memory.take()); // says so when memory was the reason
            throw EngineError(ErrorCode::FileUnwritable, subject,
                              "can't be encoded as " + encoding.name + ": " + sndFileReason(file.get()));
        }
        samples = samples.subspan(frames);
    }
    file.reset(); // writes the last block and the header's sizes
    return memory.take();
}

void checkEncoder(int sampleRate, const SoundEncoding& encoding, const std::string& subject) {
    MemoryFile memory;
    static_cast<void>(openEncoder(memory, sampleRate, encoding, subject));
}

} // namespace parley
