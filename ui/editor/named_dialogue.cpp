// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/named_dialogue.h"

#include "editor/script_text.h"

#include <QRegularExpression>

namespace parley::ui {

namespace {

/// One line of a transcript; without a name it belongs to the turn before.
struct NamedLine {
    QString name;
    QString words;
};

/// Names have up to three words ("Speaker 1", "DR. MOSS", "**Anna**") and may be followed by a sound in parentheses.
/// The colon needs a space behind it, so that times and web addresses are none.
const QRegularExpression& namePattern() {
    static const QRegularExpression pattern(
        QStringLiteral(R"(^\s*[*_]{0,2}(\p{L}[\p{L}\p{N}.'’-]{0,24}(?: [\p{L}\p{N}.'’-]{1,24}){0,2})[*_]{0,2})"
                       R"(\s*(\([^()]{1,30}\))?\s*:[*_]{0,2}(?:\s+(.*))?$)"),
        QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

NamedLine readLine(const QString& line) {
    const QRegularExpressionMatch match = namePattern().match(line);
    if (!match.hasMatch()) {
        return {QString(), line.trimmed()};
    }
    QString words = match.captured(3).trimmed();
    if (match.hasCaptured(2) && !match.captured(2).isEmpty()) {
        words.prepend(match.captured(2) + QLatin1Char(' '));
    }
    return {match.captured(1), words};
}

bool sameName(const QString& a, const QString& b) {
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// Puts lines together, turn after turn.
class Builder {
public:
    void add(const NamedLine& line, const QString& asWritten) {
        const int speaker = line.name.isEmpty() ? m_speaker : speakerOf(line.name);
        const bool newTurn = speaker != m_speaker && speaker != 0;
        if (line.name.isEmpty() || (speaker != 0 && !newTurn)) {
            m_lines.append(line.words);
        } else if (newTurn) {
            m_lines.append((tagText(speaker) + QLatin1Char(' ') + line.words).trimmed());
        } else {
            m_lines.append(asWritten.trimmed());
        }
        m_speaker = speaker;
    }

    NamedDialogue take() {
        m_dialogue.script = m_lines.join(QLatin1Char('\n'));
        return std::move(m_dialogue);
    }

private:
    /// 0 for a third person.
    int speakerOf(const QString& name) {
        if (m_dialogue.first.isEmpty() || sameName(m_dialogue.first, name)) {
            m_dialogue.first = m_dialogue.first.isEmpty() ? name : m_dialogue.first;
            return 1;
        }
        if (m_dialogue.second.isEmpty() || sameName(m_dialogue.second, name)) {
            m_dialogue.second = m_dialogue.second.isEmpty() ? name : m_dialogue.second;
            return 2;
        }
        if (!m_dialogue.others.contains(name, Qt::CaseInsensitive)) {
            m_dialogue.others.append(name);
        }
        return 0;
    }

    NamedDialogue m_dialogue;
    QStringList m_lines;
    int m_speaker = 0;
};

} // namespace

std::optional<NamedDialogue> readNamedDialogue(const QString& text) {
    if (!tagSpans(text).isEmpty()) {
        return std::nullopt;
    }
    Builder builder;
    bool atStart = true;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        if (line.trimmed().isEmpty()) {
            continue;
        }
        const NamedLine read = readLine(line);
        if (atStart && read.name.isEmpty()) {
            return std::nullopt;
        }
        atStart = false;
        builder.add(read, line);
    }
    NamedDialogue dialogue = builder.take();
    if (dialogue.second.isEmpty()) {
        return std::nullopt;
    }
    return dialogue;
}

} // namespace parley::ui
