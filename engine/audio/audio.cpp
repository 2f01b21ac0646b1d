// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/audio.h"

#include "audio/ffmpeg_fallback.h"
#include "audio/incoming_sound.h"
#include "audio/resample.h"
#include "audio/sound_file_reader.h"
#include "audio/sound_file_writer.h"
#include "audio/tempo.h"
#include "parley/audio_stream.h"

#include <new>
#include <string>
#include <type_traits>
#include <utility>

namespace parley {
namespace {

/// The edge of this room: what was thrown about `path` becomes an Error.
template <typename Work>
Result<std::invoke_result_t<Work>> guarded(const std::filesystem::path& path, Work work) {
    try {
        return work();
    } catch (const EngineError& failure) {
        return failure.error();
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, path, phrase("there is not enough memory for this sound"),
                     phrase("close other programs or use a shorter sound")};
    } catch (const std::exception& failure) {
        return Error{ErrorCode::Internal, path, {}, {}, failure.what()};
    }
}

AudioClip readAnySound(const std::filesystem::path& path) {
    auto outcome = readSoundFile(path);
    if (const auto* unknown = std::get_if<UnknownFormat>(&outcome)) {
        return readWithFfmpeg(path, unknown->reason);
    }
    return std::get<AudioClip>(std::move(outcome));
}

AudioClip readAtOurRate(const std::filesystem::path& path) {
    AudioClip clip = readAnySound(path);
    clip.samples = resample(clip.samples, clip.sampleRate, kSampleRate);
    clip.sampleRate = kSampleRate;
    if (clip.samples.empty()) {
        refuseSound(path, phrase("holds no sound")); // less than half a sample of ours
    }
    return clip;
}

} // namespace

Result<AudioClip> readAudio(const std::filesystem::path& path) {
    return guarded(path, [&] { return readAtOurRate(path); });
}

Result<std::monostate> streamAudio(const std::filesystem::path& path, const UseSamples& use) {
    return guarded(path, [&] {
        if (!streamSoundFile(path, use)) {
            use(readAtOurRate(path).samples);
        }
        return std::monostate{};
    });
}

Result<std::monostate> checkAudioTarget(const std::filesystem::path& path) {
    return guarded(path, [&] {
        checkSoundTarget(path);
        return std::monostate{};
    });
}

Result<std::monostate> writeAudio(const std::filesystem::path& path, const AudioClip& clip, SampleFormat format) {
    return guarded(path, [&] {
        writeSoundFile(path, clip, format, {});
        return std::monostate{};
    });
}

Result<NotesOutcome> writeAudio(const std::filesystem::path& path, const AudioClip& clip, SampleFormat format,
                                const SoundNotes& notes) {
    return guarded(path, [&] { return writeSoundFile(path, clip, format, notes); });
}

Result<std::string> readRecipe(const std::filesystem::path& path) {
    return guarded(path, [&] { return readSoundRecipe(path); });
}

AudioClip changeTempo(const AudioClip& clip, double speed) {
    return {stretch(clip.samples, clip.sampleRate, speed), clip.sampleRate};
}

} // namespace parley
