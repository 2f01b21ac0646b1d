// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/log.h"

#include <QStringList>

namespace parley::ui {

namespace {

// Words of the preferences file, and of reports: not translated.
QString keyOf(LogLevel level) {
    switch (level) {
    case LogLevel::Error:
        return QStringLiteral("error");
    case LogLevel::Warning:
        return QStringLiteral("warning");
    case LogLevel::Info:
        return QStringLiteral("info");
    case LogLevel::Debug:
        return QStringLiteral("debug");
    }
    return QStringLiteral("info");
}

} // namespace

LogLevel logLevelFromKey(const QString& key) {
    for (const LogLevel level : {LogLevel::Error, LogLevel::Warning, LogLevel::Debug}) {
        if (keyOf(level) == key) {
            return level;
        }
    }
    return LogLevel::Info;
}

QString LogLine::toText() const {
    constexpr int kLevelWidth = 7;
    return time.toString(QStringLiteral("HH:mm:ss.zzz")) + QStringLiteral("  ") +
           keyOf(level).leftJustified(kLevelWidth) + QStringLiteral("  ") + text;
}

void Log::add(LogLevel level, const QString& text) {
    if (level > m_level) {
        return;
    }
    if (m_lines.size() == kMostLines) {
        m_lines.pop_front();
    }
    m_lines.push_back({QDateTime::currentDateTime(), level, text.left(kLongestLine).simplified()});
    Q_EMIT added(m_lines.back());
}

void Log::clear() {
    m_lines.clear();
    Q_EMIT cleared();
}

QString Log::toText() const {
    QString text;
    for (const LogLine& line : m_lines) {
        text += line.toText() + QLatin1Char('\n');
    }
    return text;
}

} // namespace parley::ui
