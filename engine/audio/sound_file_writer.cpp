// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "audio/sound_file_writer.h"

#include "audio/incoming_sound.h"
#include "audio/resample.h"
#include "audio/sound_encoder.h"
#include "audio/sound_tags.h"
#include "files/atomic_file.h"

#include <sndfile.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace fs = std::filesystem;

namespace parley {
namespace {

constexpr int kOpusRate = 48000; // Hz; libsndfile refuses 44100
constexpr std::array kMp3Rates{8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000}; // Hz; there are no others

int pcmFormat(SampleFormat format, int forFloat) {
    switch (format) {
    case SampleFormat::Pcm16:
        return SF_FORMAT_PCM_16;
    case SampleFormat::Pcm24:
        return SF_FORMAT_PCM_24;
    case SampleFormat::Float32:
        break;
    }
    return forFloat;
}

SoundEncoding encodingFor(const fs::path& path, SampleFormat format) {
    std::string extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (extension == ".wav") {
        return {"WAV", SF_FORMAT_WAV | pcmFormat(format, SF_FORMAT_FLOAT)};
    }
    if (extension == ".flac") {
        return {"FLAC", SF_FORMAT_FLAC | pcmFormat(format, SF_FORMAT_PCM_24)};
    }
    if (extension == ".ogg") {
        return {"Ogg Vorbis", SF_FORMAT_OGG | SF_FORMAT_VORBIS};
    }
    if (extension == ".opus") {
        return {"Opus", SF_FORMAT_OGG | SF_FORMAT_OPUS};
    }
    if (extension == ".mp3") {
        return {"MP3", SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III};
    }
    throw EngineError(ErrorCode::OptionInvalid, path,
                      extension.empty() ? phrase("has no extension that tells the sound format")
                                        : phrase("'%1' is not a sound format that can be written", extension),
                      phrase("use .wav, .flac, .ogg, .opus or .mp3"));
}

/// The clip's own rate where the format has it.
int fileRate(int clipRate, const SoundEncoding& encoding) {
    const int content = encoding.format & SF_FORMAT_SUBMASK;
    if (content == SF_FORMAT_OPUS) {
        return kOpusRate;
    }
    const bool known = std::find(kMp3Rates.begin(), kMp3Rates.end(), clipRate) != kMp3Rates.end();
    return content != SF_FORMAT_MPEG_LAYER_III || known ? clipRate : kSampleRate;
}

void checkClip(const fs::path& path, const AudioClip& clip) {
    if (clip.samples.empty()) {
        throw EngineError(ErrorCode::FileUnwritable, path, phrase("there is no sound to write"));
    }
    if (clip.sampleRate < kMinSourceRate || clip.sampleRate > kMaxSourceRate) {
        throw EngineError(ErrorCode::OptionInvalid, path, phrase("can't have a sample rate of %1 Hz", clip.sampleRate));
    }
}

} // namespace

NotesOutcome writeSoundFile(const fs::path& path, const AudioClip& clip, SampleFormat format, const SoundNotes& notes) {
    const SoundEncoding encoding = encodingFor(path, format);
    checkClip(path, clip);
    const int rate = fileRate(clip.sampleRate, encoding);
    const std::vector<float> samples = resample(clip.samples, clip.sampleRate, rate);
    std::vector<std::byte> bytes = encodeSound(samples, rate, encoding, path, notes);
    const bool recipeKept = notes.recipe.empty() || recipeIn(bytes) == notes.recipe;
    if (!recipeKept) { // some formats can't be opened again when their notes are too long
        bytes = encodeSound(samples, rate, encoding, path, {notes.title, {}});
    }
    files::AtomicFile file(path, ErrorCode::FileUnwritable);
    file.write(bytes);
    file.commit();
    return {recipeKept};
}

void checkSoundTarget(const fs::path& path) {
    const SoundEncoding encoding = encodingFor(path, SampleFormat::Pcm16);
    checkEncoder(fileRate(kSampleRate, encoding), encoding, path);
    files::checkWritable(path, ErrorCode::FileUnwritable);
}

} // namespace parley
