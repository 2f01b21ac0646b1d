// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/session_store.h"

#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>
#include <utility>

namespace parley::ui {

namespace {

constexpr int kVersion = 1;
constexpr QLatin1String kVersionKey("parley-session");
constexpr QLatin1String kOlderKey("olderScripts");
constexpr qsizetype kMostScripts = 50;
constexpr qsizetype kMostCharacters = 1'000'000;

QJsonObject toJson(const Session& session) {
    return {{"script", session.script},
            {"cursor", session.cursor},
            {"voiceId", session.voiceId},
            {"settings", toJson(session.settings)}};
}

Session sessionFromJson(const QJsonObject& object) {
    Session session;
    session.script = object.value(QLatin1String("script")).toString();
    const int length = static_cast<int>(session.script.size());
    session.cursor = std::clamp(object.value(QLatin1String("cursor")).toInt(length), 0, length);
    session.voiceId = object.value(QLatin1String("voiceId")).toString();
    session.settings = generationSettingsFromJson(object.value(QLatin1String("settings")).toObject());
    return session;
}

/// True if at least half of `before` is still there, at the beginning and the end of `now`.
bool continues(const QString& before, const QString& now) {
    const auto head = std::mismatch(before.begin(), before.end(), now.begin(), now.end());
    const auto kept = std::distance(before.begin(), head.first);
    const auto tail = std::mismatch(before.rbegin(), before.rend() - kept, now.rbegin(),
                                    now.rend() - std::distance(now.begin(), head.second));
    return (kept + std::distance(before.rbegin(), tail.first)) * 2 >= before.size();
}

/// Speaker tags alone are nothing that a person would miss.
bool isWorthKeeping(QString script) {
    script.remove(QLatin1String("[S1]"), Qt::CaseInsensitive).remove(QLatin1String("[S2]"), Qt::CaseInsensitive);
    return std::any_of(script.begin(), script.end(), [](QChar character) { return character.isLetterOrNumber(); });
}

/// The first scripts that fit the bounds, and in any case the newest.
QStringList bounded(const QStringList& scripts) {
    QStringList kept;
    qsizetype characters = 0;
    for (const QString& script : scripts) {
        characters += script.size();
        if (kept.size() == kMostScripts || (characters > kMostCharacters && !kept.isEmpty())) {
            break;
        }
        kept.append(script);
    }
    return kept;
}

} // namespace

SessionStore::SessionStore(const QString& path, QObject* parent)
    : QObject(parent), m_file(path, kVersionKey, kVersion) {
    const QJsonObject contents = m_file.load();
    m_session = sessionFromJson(contents);
    m_landmark = m_session.script;
    QStringList older;
    for (const auto& script : contents.value(kOlderKey).toArray()) {
        if (isWorthKeeping(script.toString())) {
            older.append(script.toString());
        }
    }
    older.removeDuplicates();
    m_older = bounded(older);
    connect(&m_file, &AutosavedFile::noticeChanged, this, &SessionStore::noticeChanged);
}

void SessionStore::set(const Session& session) {
    if (session == m_session) {
        return;
    }
    const Session before = std::exchange(m_session, session);
    m_file.save(toJson(before), toJson(session));
    if (session.script == before.script) {
        return;
    }
    if (!continues(m_landmark, session.script)) {
        remember(m_landmark);
        m_landmark = session.script;
    } else if (session.script.size() >= m_landmark.size()) {
        m_landmark = session.script;
    }
}

void SessionStore::remember(const QString& script) {
    if (!isWorthKeeping(script)) {
        return;
    }
    const QStringList before = m_older;
    m_older.removeAll(script);
    m_older.prepend(script);
    m_older = bounded(m_older);
    m_file.save({{kOlderKey, QJsonArray::fromStringList(before)}}, {{kOlderKey, QJsonArray::fromStringList(m_older)}});
    Q_EMIT olderScriptsChanged();
}

} // namespace parley::ui
