// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

namespace parley::ui {

/// When a take that is being made begins to play.
enum class PlayMode {
    AtOnce,       ///< with the first sound, gaps and all
    WithoutGaps,  ///< as soon as it can't run dry
    WhenFinished, ///< once it is whole
    Never,
};

inline constexpr int kMostUnloadMinutes = 24 * 60;

/// What a person prefers, whatever the script. Paths are absolute, or empty for the standard place.
struct Preferences {
    QString modelPath; ///< checkpoint or folder; empty: none chosen yet
    QString codecPath;
    bool demo = false; ///< the untrained demo in place of a model
    QString device = QStringLiteral("auto");
    QString dtype = QStringLiteral("auto");
    int threads = 0;        ///< 0: one per physical core
    bool tf32 = false;      ///< float32 on NVIDIA GPUs: products rounded to TF32
    int unloadMinutes = 15; ///< so long the model stays in memory when nobody uses it; 0: for ever
    QString modelsFolder;
    QString takesFolder;
    QString voicesFolder;
    QString exportFormat = QStringLiteral("wav"); ///< as ExportFormat's key
    QString soundDevice;                          ///< QAudioDevice::id(); empty: the system's choice
    PlayMode playMode = PlayMode::WithoutGaps;
    double volume = 1.0;                       ///< 0 to 1
    QString theme = QStringLiteral("system");  ///< system, light, dark
    int textPercent = 100;                     ///< 80 to 200
    QString language;                          ///< "en", "de"; empty: the system's
    QString logLevel = QStringLiteral("info"); ///< error, warning, info, debug
    bool consentSeen = false;                  ///< the line about voices and consent

    bool operator==(const Preferences&) const = default;
};

[[nodiscard]] QJsonObject toJson(const Preferences& preferences);

/// Never fails: what is absent, of another type or out of range takes its default.
[[nodiscard]] Preferences preferencesFromJson(const QJsonObject& object);

} // namespace parley::ui
