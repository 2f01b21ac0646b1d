// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/audio.h"
#include "parley/error.h"
#include "store/voice.h"
#include "store/voice_text.h"

#include <QString>
#include <QStringList>
#include <filesystem>

namespace parley::ui {

// The files of a voices folder. Everything here may run on any thread; none of it remembers anything.

/// A voice as its small files say; the sound isn't read yet.
struct ListedVoice {
    Voice voice;
    QStringList files; ///< absolute
    QString stamp;     ///< changes whenever the sound file does; empty without one
};

/// All voices of a folder, by name. Never fails: a folder that isn't there has none.
[[nodiscard]] QList<ListedVoice> listVoices(const QString& folder);

/// True if the file's name looks like a sound or a video.
[[nodiscard]] bool isSoundFileName(const QString& path);

/// A base name that every file system takes, made from what a person typed, and not used in the folder yet.
[[nodiscard]] QString freeBaseName(const QString& folder, const QString& wanted);

/// The files that make up a voice, absolute.
[[nodiscard]] QStringList filesOfVoice(const QString& folder, const QString& id);

/// Writes NAME.wav (32-bit float, so that its hash is the clip's), NAME.txt and NAME.json; returns the id.
/// Errors: FileUnwritable, DiskFull.
[[nodiscard]] Result<QString> saveVoice(const QString& folder, const AudioClip& clip, const VoiceText& text);

[[nodiscard]] std::filesystem::path toPath(const QString& path);

} // namespace parley::ui
