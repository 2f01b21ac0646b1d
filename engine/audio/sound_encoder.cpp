// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "audio/sound_encoder.h"

#include "audio/sound_tags.h"
#include "parley/error.h"

#include <algorithm>
#include <cmath>

namespace parley {
namespace {

/// libsndfile 1.2 keeps a whole call's Vorbis samples on the stack.
constexpr std::size_t kBlockFrames = 4096;

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

SndFile openEncoder(MemoryFile& memory, int sampleRate, const SoundEncoding& encoding,
                    const std::filesystem::path& subject) {
    SF_VIRTUAL_IO io = MemoryFile::callbacks();
    SF_INFO info = {};
    info.samplerate = sampleRate;
    info.channels = 1;
    info.format = encoding.format;
    SndFile file(sf_open_virtual(&io, SFM_WRITE, &info, &memory));
    if (!file) {
        throw EngineError(ErrorCode::FileUnwritable, subject,
                          phrase("this build of libsndfile can't encode %1 at %2 Hz", encoding.name, sampleRate),
                          phrase("choose WAV or FLAC"), sndFileReason(nullptr));
    }
    // With clipping, full scale is 2^15 (2^23), as in reading: a 16-bit recording comes out to the bit.
    sf_command(file.get(), SFC_SET_CLIPPING, nullptr, SF_TRUE);
    // The PEAK chunk of float files holds the time of day; the same sound shall give the same file.
    sf_command(file.get(), SFC_SET_ADD_PEAK_CHUNK, nullptr, SF_FALSE);
    return file;
}

void writeSamples(SNDFILE* file, const MemoryFile& memory, std::span<const float> samples,
                  const SoundEncoding& encoding, const std::filesystem::path& subject) {
    if (!std::all_of(samples.begin(), samples.end(), [](float value) { return std::isfinite(value); })) {
        throw EngineError(ErrorCode::FileUnwritable, subject, phrase("the sound holds samples that are not numbers"));
    }
    std::vector<float> block;
    while (!samples.empty()) {
        const std::size_t frames = std::min(samples.size(), kBlockFrames);
        block.assign(samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(frames));
        if (!isFloatFormat(encoding)) {
            clip(block);
        }
        const auto count = static_cast<sf_count_t>(frames);
        if (sf_writef_float(file, block.data(), count) != count) {
            memory.requireWhole(); // says so when memory was the reason
            throw EngineError(ErrorCode::FileUnwritable, subject, phrase("can't be encoded as %1", encoding.name), {},
                              sndFileReason(file));
        }
        samples = samples.subspan(frames);
    }
}

std::vector<std::byte> encodeSound(std::span<const float> samples, int sampleRate, const SoundEncoding& encoding,
                                   const std::filesystem::path& subject, const SoundNotes& notes) {
    MemoryFile memory;
    SndFile file = openEncoder(memory, sampleRate, encoding, subject);
    setTags(file.get(), encoding.format, notes);
    writeSamples(file.get(), memory, samples, encoding, subject);
    file.reset(); // writes the last block and the header's sizes
    std::vector<std::byte> bytes = memory.take();
    addTags(bytes, encoding.format, notes);
    return bytes;
}

void checkEncoder(int sampleRate, const SoundEncoding& encoding, const std::filesystem::path& subject) {
    MemoryFile memory;
    static_cast<void>(openEncoder(memory, sampleRate, encoding, subject));
}

} // namespace parley
