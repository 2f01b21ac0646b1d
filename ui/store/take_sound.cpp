// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/take_sound.h"

#include "parley/audio_stream.h"
#include "store/take_part.h"
#include "store/voice_files.h"

#include <QFile>
#include <new>

namespace parley::ui {

namespace {

Error outOfMemory(const QString& path) {
    return {ErrorCode::OutOfMemory, toPath(path), phrase("there is not enough memory for this sound"),
            phrase("close other programs")};
}

bool fillFromPart(const TakeSaving& saving) {
    const bool read = readPartSound(saving.partPath, *saving.sound);
    saving.sound->setComplete();
    return read && saving.sound->size() > 0;
}

} // namespace

std::optional<Error> saveTakeSound(const TakeSaving& saving) {
    try {
        if (saving.fromPart && !fillFromPart(saving)) {
            return Error{ErrorCode::AudioUnreadable, toPath(saving.partPath), phrase("can't be read to its end"), {}};
        }
        const auto written =
            writeAudio(toPath(saving.soundPath), saving.sound->clip(), SampleFormat::Float32, saving.notes);
        if (!written.ok()) {
            return written.error();
        }
    } catch (const std::bad_alloc&) {
        return outOfMemory(saving.soundPath);
    }
    QFile::remove(saving.partPath);
    return std::nullopt;
}

std::optional<Error> loadTakeSound(const std::shared_ptr<SoundTrack>& sound, const QString& path) {
    std::optional<Error> failure;
    try {
        bool fits = true;
        const auto read = streamAudio(toPath(path), [&](std::span<const float> samples) {
            fits = sound->append(samples) == samples.size();
            return fits;
        });
        if (!read.ok()) {
            failure = read.error();
        } else if (!fits) {
            failure = Error{ErrorCode::AudioUnreadable, toPath(path), phrase("is longer than three hours"), {}};
        }
    } catch (const std::bad_alloc&) {
        failure = outOfMemory(path);
    }
    sound->setComplete();
    return failure;
}

} // namespace parley::ui
