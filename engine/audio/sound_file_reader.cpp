// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "audio/sound_file_reader.h"

#include "audio/incoming_sound.h"
#include "audio/libsndfile.h"
#include "audio/sound_tags.h"
#include "files/file_descriptor.h"
#include "files/system_reason.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

namespace fs = std::filesystem;

namespace parley {
namespace {

constexpr std::size_t kBlockFrames = 4096;
constexpr int kMaxChannels = 1024; // as in libsndfile

files::FileDescriptor openRegularFile(const fs::path& path) {
    if (path.native().find('\0') != fs::path::string_type::npos) {
        refuseSound(path, phrase("a file name can't hold a zero byte"));
    }
    // Without O_NONBLOCK, opening a pipe waits for whoever writes to it.
    files::FileDescriptor descriptor(open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    struct stat status = {};
    if (!descriptor.isOpen() || fstat(descriptor.get(), &status) != 0) {
        refuseSound(path, phrase("can't be read: %1", files::systemReason(errno)));
    }
    if (S_ISDIR(status.st_mode)) {
        refuseSound(path, phrase("is a folder, not a sound file"), phrase("choose a file in it"));
    }
    if (!S_ISREG(status.st_mode)) {
        refuseSound(path, phrase("is a device or a pipe, not a sound file"));
    }
    if (status.st_size == 0) {
        refuseSound(path, phrase("is empty"));
    }
    return descriptor;
}

/// interleaved: frames × channels; mono: frames.
void mixDown(std::span<const float> interleaved, std::span<float> mono) {
    const std::size_t channels = interleaved.size() / mono.size();
    for (std::size_t frame = 0; frame < mono.size(); ++frame) {
        const auto values = interleaved.subspan(frame * channels, channels);
        const double sum = std::accumulate(values.begin(), values.end(), 0.0); // double: floats of a file may overflow
        mono[frame] = static_cast<float>(sum / static_cast<double>(channels));
    }
}

/// A sound file that libsndfile has opened.
struct OpenSound {
    files::FileDescriptor descriptor;
    SF_INFO info = {};
    SndFile file = {}; ///< null: unknown to libsndfile
};

OpenSound openSound(const fs::path& path) {
    OpenSound sound{openRegularFile(path)};
    sound.file.reset(sf_open_fd(sound.descriptor.get(), SFM_READ, &sound.info, SF_FALSE));
    if (sound.file && (sound.info.channels < 1 || sound.info.channels > kMaxChannels)) {
        refuseSound(path, phrase("has %1 channels", sound.info.channels));
    }
    return sound;
}

/// Calls `use` with mono samples from the beginning, until it returns false or there are no more.
template <typename Use>
void readBlocks(const fs::path& path, const OpenSound& sound, Use use) {
    const auto channels = static_cast<std::size_t>(sound.info.channels);
    std::vector<float> interleaved(kBlockFrames * channels);
    std::vector<float> mono(kBlockFrames);
    for (;;) {
        const sf_count_t frames = sf_readf_float(sound.file.get(), interleaved.data(), sf_count_t{kBlockFrames});
        if (sf_error(sound.file.get()) != SF_ERR_NO_ERROR) {
            refuseSound(path, phrase("is damaged"), phrase("export the sound again"), sndFileReason(sound.file.get()));
        }
        if (frames <= 0) {
            return;
        }
        const auto count = static_cast<std::size_t>(frames);
        const std::span<float> block = std::span(mono).first(count);
        mixDown(std::span(interleaved).first(count * channels), block);
        if (!use(block)) {
            return;
        }
    }
}

/// One a byte: more than any uncompressed sound has.
std::size_t mostSamplesIn(const files::FileDescriptor& descriptor) {
    struct stat status = {};
    return fstat(descriptor.get(), &status) == 0 ? static_cast<std::size_t>(status.st_size) : 0;
}

} // namespace

std::variant<AudioClip, UnknownFormat> readSoundFile(const fs::path& path) {
    const OpenSound opened = openSound(path);
    if (!opened.file) {
        return UnknownFormat{sndFileReason(nullptr)};
    }
    IncomingSound sound(path, opened.info.samplerate);
    readBlocks(path, opened, [&](std::span<const float> mono) {
        sound.append(mono);
        return true;
    });
    return sound.take();
}

bool streamSoundFile(const fs::path& path, const UseSamples& use) {
    const OpenSound opened = openSound(path);
    if (!opened.file || opened.info.samplerate != kSampleRate) {
        return false;
    }
    SoundCheck check(path, kSampleRate, mostSamplesIn(opened.descriptor));
    readBlocks(path, opened, [&](std::span<const float> mono) {
        check.check(mono);
        return use(mono);
    });
    if (check.isEmpty()) {
        refuseSound(path, phrase("holds no sound"));
    }
    return true;
}

std::string readSoundRecipe(const fs::path& path) {
    const files::FileDescriptor descriptor = openRegularFile(path);
    SF_INFO info = {};
    const SndFile file(sf_open_fd(descriptor.get(), SFM_READ, &info, SF_FALSE));
    if (!file) {
        refuseSound(path, phrase("is not a sound file that can be read"), {}, sndFileReason(nullptr));
    }
    return recipeIn(file.get());
}

} // namespace parley
