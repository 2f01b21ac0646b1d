// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/generation_settings.h"

#include <QJsonValue>
#include <algorithm>
#include <cmath>

namespace parley::ui {

namespace {

// Any model's: which one they are for is not known here.
constexpr SettingRange kKeptTokens{32, 1 << 20, 1};

double within(const QJsonObject& object, const char* key, double fallback, const SettingRange& range) {
    const double value = object.value(QLatin1String(key)).toDouble(fallback);
    return std::isfinite(value) ? std::clamp(value, range.least, range.most) : fallback;
}

int wholeWithin(const QJsonObject& object, const char* key, int fallback, const SettingRange& range) {
    return static_cast<int>(std::lround(within(object, key, fallback, range)));
}

} // namespace

QJsonObject toJson(const GenerationSettings& settings) {
    return {{"maxTokens", settings.maxTokens}, {"cfgScale", settings.cfgScale}, {"temperature", settings.temperature},
            {"topP", settings.topP},           {"topK", settings.topK},         {"speed", settings.speed},
            {"seed", settings.seed},           {"takes", settings.takes},       {"closingTag", settings.closingTag}};
}

GenerationSettings generationSettingsFromJson(const QJsonObject& object) {
    const GenerationSettings defaults;
    GenerationSettings settings;
    settings.maxTokens = wholeWithin(object, "maxTokens", defaults.maxTokens, kKeptTokens);
    settings.cfgScale = within(object, "cfgScale", defaults.cfgScale, kCfgScaleRange);
    settings.temperature = within(object, "temperature", defaults.temperature, kTemperatureRange);
    settings.topP = within(object, "topP", defaults.topP, kTopPRange);
    settings.topK = wholeWithin(object, "topK", defaults.topK, kTopKRange);
    settings.speed = within(object, "speed", defaults.speed, kSpeedRange);
    settings.seed = std::clamp<qint64>(object.value(QLatin1String("seed")).toInteger(defaults.seed), -1, kMostSeed);
    settings.takes = wholeWithin(object, "takes", defaults.takes, {1, kMostTakes, 1});
    settings.closingTag = object.value(QLatin1String("closingTag")).toBool(defaults.closingTag);
    return settings;
}

GenerationOptions toGenerationOptions(const GenerationSettings& settings, int takeIndex) {
    GenerationOptions options;
    options.maxTokens = settings.maxTokens;
    options.cfgScale = settings.cfgScale;
    options.temperature = settings.temperature;
    options.topP = settings.topP;
    options.topK = settings.topK;
    options.seed = settings.seed < 0 ? -1 : settings.seed + takeIndex;
    return options;
}

} // namespace parley::ui
