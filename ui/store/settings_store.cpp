// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/settings_store.h"

#include <QJsonObject>
#include <utility>

namespace parley::ui {

namespace {

constexpr int kVersion = 1;
constexpr QLatin1String kVersionKey("parley-settings");
constexpr QLatin1String kPreferencesKey("preferences");
constexpr QLatin1String kWindowKey("window");

QJsonObject windowMember(const QString& key, const QByteArray& state) {
    return {{kWindowKey, QJsonObject{{key, QString::fromLatin1(state.toBase64())}}}};
}

} // namespace

SettingsStore::SettingsStore(const QString& path, QObject* parent)
    : QObject(parent), m_file(path, kVersionKey, kVersion) {
    const QJsonObject contents = m_file.load();
    m_preferences = preferencesFromJson(contents.value(kPreferencesKey).toObject());
    const QJsonObject states = contents.value(kWindowKey).toObject();
    for (auto state = states.begin(); state != states.end(); ++state) {
        m_windowStates.insert(state.key(), QByteArray::fromBase64(state->toString().toLatin1()));
    }
    connect(&m_file, &AutosavedFile::noticeChanged, this, &SettingsStore::noticeChanged);
}

void SettingsStore::setPreferences(const Preferences& preferences) {
    if (preferences == m_preferences) {
        return;
    }
    const Preferences before = std::exchange(m_preferences, preferences);
    m_file.save({{kPreferencesKey, toJson(before)}}, {{kPreferencesKey, toJson(preferences)}});
    Q_EMIT preferencesChanged(preferences, before);
}

QByteArray SettingsStore::windowState(const QString& key) const {
    return m_windowStates.value(key);
}

void SettingsStore::setWindowState(const QString& key, const QByteArray& state) {
    const QByteArray before = windowState(key);
    if (before != state) {
        m_windowStates.insert(key, state);
        m_file.save(windowMember(key, before), windowMember(key, state));
    }
}

} // namespace parley::ui
