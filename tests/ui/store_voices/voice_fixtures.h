// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/audio.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QString>
#include <cmath>

namespace parley::ui {

/// A tone that never quite repeats, so that two of different pitch have different hashes.
inline AudioClip tone(double seconds, double hertz = 220.0) {
    AudioClip clip;
    clip.samples.resize(static_cast<std::size_t>(seconds * kSampleRate));
    for (std::size_t i = 0; i < clip.samples.size(); ++i) {
        clip.samples[i] = 0.4F * static_cast<float>(std::sin(6.2831853 * hertz * static_cast<double>(i) / kSampleRate));
    }
    return clip;
}

inline bool writeFile(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

inline QByteArray readFile(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool writeSound(const QString& path, const AudioClip& clip) {
    return writeAudio(QFile::encodeName(path).toStdString(), clip).ok();
}

} // namespace parley::ui
