// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/preferences.h"

#include <QDir>
#include <QJsonValue>
#include <QStringList>
#include <algorithm>
#include <array>
#include <cmath>

namespace parley::ui {

namespace {

struct PlayModeKey {
    PlayMode mode;
    const char* key;
};
constexpr std::array<PlayModeKey, 4> kPlayModes{{{PlayMode::AtOnce, "at-once"},
                                                 {PlayMode::WithoutGaps, "without-gaps"},
                                                 {PlayMode::WhenFinished, "when-finished"},
                                                 {PlayMode::Never, "never"}}};

/// Reads values that somebody may have edited: each getter returns its fallback for what it can't use.
class Reader {
public:
    explicit Reader(const QJsonObject& object) : m_object(object) {}

    void text(const char* key, QString& value) const { value = m_object.value(QLatin1String(key)).toString(value); }
    void path(const char* key, QString& value) const {
        const QString read = m_object.value(QLatin1String(key)).toString();
        value = QDir::isAbsolutePath(read) ? QDir::cleanPath(read) : value;
    }
    void flag(const char* key, bool& value) const { value = m_object.value(QLatin1String(key)).toBool(value); }
    void number(const char* key, double& value, double least, double most) const {
        const double read = m_object.value(QLatin1String(key)).toDouble(value);
        value = std::isfinite(read) ? std::clamp(read, least, most) : value;
    }
    void number(const char* key, int& value, int least, int most) const {
        value = std::clamp(m_object.value(QLatin1String(key)).toInt(value), least, most);
    }
    void choice(const char* key, QString& value, const QStringList& allowed) const {
        const QString read = m_object.value(QLatin1String(key)).toString();
        value = allowed.contains(read) ? read : value;
    }

private:
    const QJsonObject& m_object;
};

} // namespace

QJsonObject toJson(const Preferences& preferences) {
    const auto* mode = std::find_if(kPlayModes.begin(), kPlayModes.end(),
                                    [&](const PlayModeKey& row) { return row.mode == preferences.playMode; });
    return {{"modelPath", preferences.modelPath},
            {"codecPath", preferences.codecPath},
            {"demo", preferences.demo},
            {"device", preferences.device},
            {"dtype", preferences.dtype},
            {"threads", preferences.threads},
            {"tf32", preferences.tf32},
            {"unloadMinutes", preferences.unloadMinutes},
            {"modelsFolder", preferences.modelsFolder},
            {"takesFolder", preferences.takesFolder},
            {"voicesFolder", preferences.voicesFolder},
            {"exportFormat", preferences.exportFormat},
            {"soundDevice", preferences.soundDevice},
            {"playMode", QLatin1String(mode->key)},
            {"volume", preferences.volume},
            {"theme", preferences.theme},
            {"textPercent", preferences.textPercent},
            {"language", preferences.language},
            {"logLevel", preferences.logLevel},
            {"consentSeen", preferences.consentSeen}};
}

Preferences preferencesFromJson(const QJsonObject& object) {
    const Reader reader(object);
    Preferences read;
    reader.path("modelPath", read.modelPath);
    reader.path("codecPath", read.codecPath);
    reader.flag("demo", read.demo);
    reader.text("device", read.device);
    reader.text("dtype", read.dtype);
    reader.number("threads", read.threads, 0, 1024);
    reader.flag("tf32", read.tf32);
    reader.number("unloadMinutes", read.unloadMinutes, 0, kMostUnloadMinutes);
    reader.path("modelsFolder", read.modelsFolder);
    reader.path("takesFolder", read.takesFolder);
    reader.path("voicesFolder", read.voicesFolder);
    reader.text("exportFormat", read.exportFormat);
    reader.text("soundDevice", read.soundDevice);
    reader.number("volume", read.volume, 0.0, 1.0);
    reader.choice("theme", read.theme, {"system", "light", "dark"});
    reader.number("textPercent", read.textPercent, 80, 200);
    reader.text("language", read.language);
    reader.choice("logLevel", read.logLevel, {"error", "warning", "info", "debug"});
    reader.flag("consentSeen", read.consentSeen);
    const QString mode = object.value(QLatin1String("playMode")).toString();
    for (const PlayModeKey& row : kPlayModes) {
        read.playMode = mode == QLatin1String(row.key) ? row.mode : read.playMode;
    }
    return read;
}

} // namespace parley::ui
