// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/script_fixes.h"

#include "editor/script_text.h"

#include <QCoreApplication>
#include <algorithm>

namespace parley::ui {

namespace {

using Kind = ScriptCheck::Kind;

QString say(const char* text) {
    return QCoreApplication::translate("ScriptFixes", text);
}

qsizetype firstWord(QStringView script) {
    const auto word = std::find_if_not(script.begin(), script.end(), [](QChar c) { return c.isSpace(); });
    return word - script.begin();
}

QString withoutTrailingSpace(QString text) {
    while (!text.isEmpty() && text.back().isSpace()) {
        text.chop(1);
    }
    return text;
}

QString withSpeakersSwapped(QString script) {
    for (const TagSpan& tag : tagSpans(script)) {
        script[tag.start + 2] = QChar(tag.speaker == 1 ? u'2' : u'1');
    }
    return script;
}

bool fitsWithin(const QString& script, const SpeechLimits& limits) {
    const SpeechBudget budget = speechBudget(script, limits);
    return budget.fitsBytes() && budget.fitsSeconds();
}

/// Places where a script may end: before each further turn or, with one turn only, behind each of its words.
QList<qsizetype> placesToEnd(const QString& script, bool betweenWords) {
    QList<qsizetype> places;
    if (!betweenWords) {
        for (const TagSpan& tag : tagSpans(script)) {
            places.append(tag.start);
        }
        return places;
    }
    for (qsizetype at = 1; at < script.size(); ++at) {
        if (script[at].isSpace() && !script[at - 1].isSpace()) {
            places.append(at);
        }
    }
    return places;
}

/// `script` with the remarks of one kind put right from the end on, so that the places of the others stay.
template <typename Fix>
QString withEach(QString script, ScriptWarning::Kind kind, const Fix& fix) {
    const QList<LintSpan> spans = lintSpans(script);
    for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
        if (span->kind == kind) {
            script = fix(script, *span);
        }
    }
    return script;
}

} // namespace

QString withFirstTag(const QString& script) {
    const qsizetype first = firstWord(script);
    const QList<TagSpan> tags = tagSpans(script);
    if (!tags.isEmpty() && tags.first().start == first) {
        return tags.first().speaker == 2 ? withSpeakersSwapped(script) : script;
    }
    return script.sliced(0, first) + tagText(1) + QLatin1Char(' ') + script.sliced(first);
}

QString withTagCase(const QString& script, qsizetype start) {
    QString text = script;
    text[start + 1] = u'S';
    return text;
}

QString withTurnJoined(const QString& script, qsizetype start) {
    qsizetype end = start + kTagLength;
    while (end < script.size() && script[end].isSpace() && script[end] != u'\n') {
        ++end;
    }
    const bool wordsTouch = start > 0 && !script[start - 1].isSpace() && end < script.size() && !script[end].isSpace();
    return script.sliced(0, start) + (wordsTouch ? QStringLiteral(" ") : QString()) + script.sliced(end);
}

QString withListedNonVerbal(const QString& script, qsizetype start, qsizetype length) {
    const QString meant = nearestNonVerbal(script.sliced(start, length));
    if (!meant.isEmpty()) {
        return script.sliced(0, start) + QStringLiteral("(%1)").arg(meant) + script.sliced(start + length);
    }
    qsizetype end = start + length;
    while (end < script.size() && script[end] == u' ' && (start == 0 || script[start - 1].isSpace())) {
        ++end; // or two spaces would stay where one was
    }
    return script.sliced(0, start) + script.sliced(end);
}

qsizetype lengthThatFits(const QString& script, const SpeechLimits& limits) {
    for (const bool betweenWords : {false, true}) {
        const QList<qsizetype> places = placesToEnd(script, betweenWords);
        const auto fits = [&](qsizetype place) { return fitsWithin(script.sliced(0, place).trimmed(), limits); };
        const auto firstTooFar = std::partition_point(places.begin(), places.end(), fits);
        const qsizetype length = firstTooFar == places.begin() ? 0 : *std::prev(firstTooFar);
        if (!QStringView(script).sliced(0, length).trimmed().isEmpty()) {
            return length;
        }
    }
    return 0;
}

QString fixLabel(Kind kind, const QString& found) {
    switch (kind) {
    case Kind::MissingFirstTag:
        return tagSpans(found).isEmpty() ? say(QT_TRANSLATE_NOOP("ScriptFixes", "Add [S1]"))
                                         : say(QT_TRANSLATE_NOOP("ScriptFixes", "Swap the speakers"));
    case Kind::TagCase:
        return say(QT_TRANSLATE_NOOP("ScriptFixes", "Write %1")).arg(found.toUpper());
    case Kind::NotAlternating:
        return say(QT_TRANSLATE_NOOP("ScriptFixes", "Join the turns"));
    case Kind::UnlistedNonVerbal: {
        const QString meant = nearestNonVerbal(found);
        return meant.isEmpty() ? say(QT_TRANSLATE_NOOP("ScriptFixes", "Remove it"))
                               : say(QT_TRANSLATE_NOOP("ScriptFixes", "Write %1")).arg(QLatin1Char('(') + meant + u')');
    }
    case Kind::OverBytes:
    case Kind::TooDense:
        return say(QT_TRANSLATE_NOOP("ScriptFixes", "Keep what fits"));
    case Kind::TooLong:
    case Kind::TooShort:
        break;
    }
    return {};
}

QString fixed(const QString& script, const ScriptCheck& check, const SpeechLimits& limits) {
    switch (check.kind) {
    case Kind::MissingFirstTag:
        return withFirstTag(script);
    case Kind::TagCase:
        return withTagCase(script, check.start);
    case Kind::NotAlternating:
        return withTurnJoined(script, check.start);
    case Kind::UnlistedNonVerbal:
        return withListedNonVerbal(script, check.start, check.length);
    case Kind::OverBytes:
    case Kind::TooDense: {
        const qsizetype length = lengthThatFits(script, limits);
        return length > 0 ? withoutTrailingSpace(script.sliced(0, length)) : script;
    }
    case Kind::TooLong:
    case Kind::TooShort:
        break;
    }
    return script;
}

QString fixedAll(const QString& script, const SpeechLimits& limits) {
    using Warning = ScriptWarning::Kind;
    QString text = withEach(script, Warning::TagCase,
                            [](const QString& s, const LintSpan& span) { return withTagCase(s, span.start); });
    text = withEach(text, Warning::MissingFirstTag, [&limits](const QString& s, const LintSpan& /*span*/) {
        return continuesVoice(s, limits) ? s : withFirstTag(s);
    });
    text = withEach(text, Warning::NotAlternating,
                    [](const QString& s, const LintSpan& span) { return withTurnJoined(s, span.start); });
    return withEach(text, Warning::UnlistedNonVerbal, [](const QString& s, const LintSpan& span) {
        const bool listed = !nearestNonVerbal(s.sliced(span.start, span.length)).isEmpty();
        return listed ? withListedNonVerbal(s, span.start, span.length) : s;
    });
}

} // namespace parley::ui
