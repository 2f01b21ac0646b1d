// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bridge/model_limits.h"
#include "parley/request.h"

#include <QJsonObject>
#include <QString>
#include <algorithm>

namespace parley::ui {

/// What a person may set for the making of a take; the defaults are those of the model's web page.
struct GenerationSettings {
    int maxTokens = ModelLimits{}.tokens; ///< rows of codes, the voice's included; 86.13 a second
    double cfgScale = 3.0;
    double temperature = 1.8;
    double topP = 0.95;
    int topK = 45;
    double speed = 1.0;     ///< tempo that a take starts with; its sound is kept at 1.0
    qint64 seed = -1;       ///< −1 draws one
    int takes = 1;          ///< how many to make; take i uses seed + i
    bool closingTag = true; ///< hand the model a closing speaker tag, so that the last word isn't cut

    bool operator==(const GenerationSettings&) const = default;
};

/// What a setting may be, and by how much one key press moves it.
struct SettingRange {
    double least;
    double most;
    double step;
};

/// Of the length, with a model that makes this many rows; a small model's is as much shorter at both ends.
[[nodiscard]] constexpr SettingRange maxTokensRange(int mostTokens = ModelLimits{}.tokens) {
    constexpr int kLeast = 860;
    return {std::min<double>(kLeast, mostTokens * double{kLeast} / ModelLimits{}.tokens), double(mostTokens), 50};
}
inline constexpr SettingRange kCfgScaleRange{1.0, 5.0, 0.1};
inline constexpr SettingRange kTemperatureRange{1.0, 2.5, 0.05};
inline constexpr SettingRange kTopPRange{0.70, 1.00, 0.01};
inline constexpr SettingRange kTopKRange{15, 100, 1};
inline constexpr SettingRange kSpeedRange{0.5, 2.0, 0.05};
inline constexpr qint64 kMostSeed = 4294967295; // shown and kept as 32 bits, as on the web page
inline constexpr int kMostTakes = 16;

[[nodiscard]] QJsonObject toJson(const GenerationSettings& settings);

/// Never fails: what is absent, of another type or out of range takes its default or the nearest allowed value.
[[nodiscard]] GenerationSettings generationSettingsFromJson(const QJsonObject& object);

/// The part that the engine takes; `takeIndex` is added to a given seed.
[[nodiscard]] GenerationOptions toGenerationOptions(const GenerationSettings& settings, int takeIndex);

} // namespace parley::ui
