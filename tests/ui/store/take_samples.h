// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/recipe.h"
#include "store/sound_track.h"
#include "store/take_library.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <cstddef>
#include <vector>

/// Takes to test with, and what tests ask about folders of takes.
namespace samples {

/// A ramp: each sample tells its place.
[[nodiscard]] inline std::vector<float> ramp(std::size_t count, std::size_t first = 0) {
    std::vector<float> samples(count);
    for (std::size_t i = 0; i < count; ++i) {
        samples[i] = static_cast<float>((first + i) % 10000) / 20000.0F;
    }
    return samples;
}

[[nodiscard]] inline parley::ui::Recipe
recipe(const QString& script = QStringLiteral("[S1] Grüße. [S2] 日本 (laughs)")) {
    parley::ui::Recipe recipe;
    recipe.script = script;
    recipe.voiceName = QStringLiteral("Anna");
    recipe.settings.seed = 42;
    recipe.settings.takes = 1;
    recipe.model = QStringLiteral("dia");
    return recipe;
}

/// A whole take of `count` samples, saved.
inline parley::ui::TakeId make(parley::ui::TakeLibrary& library, std::size_t count = 44100,
                               const parley::ui::Recipe& with = recipe()) {
    const parley::ui::TakeId id = library.begin(with);
    library.append(id, ramp(count));
    library.finish(id, parley::ui::TakeState::Whole, with, 86, {});
    [&] { QTRY_VERIFY(!library.take(id)->soundFile.isEmpty()); }();
    return id;
}

[[nodiscard]] inline std::vector<float> all(const parley::ui::SoundTrackPtr& track) {
    return track ? track->clip().samples : std::vector<float>();
}

[[nodiscard]] inline QStringList files(const QString& folder, const QString& pattern) {
    return QDir(folder).entryList({pattern}, QDir::Files | QDir::Hidden, QDir::Name);
}

[[nodiscard]] inline QByteArray content(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void put(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("can't write %s", qPrintable(path));
    }
}

} // namespace samples
