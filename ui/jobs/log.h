// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QObject>
#include <QString>
#include <deque>

namespace parley::ui {

enum class LogLevel { Error, Warning, Info, Debug };

/// By the word that the preferences hold; what is no level is Info.
[[nodiscard]] LogLevel logLevelFromKey(const QString& key);

struct LogLine {
    QDateTime time; ///< local
    LogLevel level = LogLevel::Info;
    QString text; ///< one line

    /// "12:30:05.123  warning  text"
    [[nodiscard]] QString toText() const;
};

/// What the program has to tell of its work, the last of it: it may be copied into a report, so nobody may write words
/// of a script into it. GUI thread.
class Log : public QObject {
    Q_OBJECT

public:
    static constexpr int kMostLines = 5000;
    static constexpr int kLongestLine = 2000; ///< characters

    using QObject::QObject;

    /// What is less important than this isn't kept.
    void setLevel(LogLevel level) { m_level = level; }
    [[nodiscard]] LogLevel level() const noexcept { return m_level; }

    void add(LogLevel level, const QString& text);
    void clear();
    [[nodiscard]] const std::deque<LogLine>& lines() const noexcept { return m_lines; }
    [[nodiscard]] QString toText() const;

Q_SIGNALS:
    void added(const parley::ui::LogLine& line);
    void cleared();

private:
    LogLevel m_level = LogLevel::Info;
    std::deque<LogLine> m_lines;
};

} // namespace parley::ui
