// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/script_checks.h"

#include "editor/script_fixes.h"
#include "editor/script_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace parley::ui {

namespace {

using Kind = ScriptCheck::Kind;

QString say(const char* text) {
    return QCoreApplication::translate("ScriptChecks", text);
}

QString wholeSeconds(double seconds) {
    return QLocale().toString(static_cast<qlonglong>(std::llround(seconds)));
}

Kind kindOf(ScriptWarning::Kind kind) {
    switch (kind) {
    case ScriptWarning::Kind::MissingFirstTag:
        return Kind::MissingFirstTag;
    case ScriptWarning::Kind::NotAlternating:
        return Kind::NotAlternating;
    case ScriptWarning::Kind::UnlistedNonVerbal:
        return Kind::UnlistedNonVerbal;
    case ScriptWarning::Kind::TagCase:
        break;
    }
    return Kind::TagCase;
}

/// `found` is the text concerned.
QString messageOf(Kind kind, const QString& found) {
    switch (kind) {
    case Kind::MissingFirstTag:
        return say(QT_TRANSLATE_NOOP("ScriptChecks", "A script begins with [S1]."));
    case Kind::TagCase:
        return say(QT_TRANSLATE_NOOP("ScriptChecks", "%1 would be read aloud: a tag has a capital S.")).arg(found);
    case Kind::NotAlternating:
        return say(QT_TRANSLATE_NOOP("ScriptChecks", "%1 speaks twice in a row.")).arg(found.toUpper());
    case Kind::UnlistedNonVerbal:
        return say(QT_TRANSLATE_NOOP("ScriptChecks", "%1 is no sound that the model knows; it may read it aloud."))
            .arg(found);
    default:
        return {};
    }
}

void addLint(QList<ScriptCheck>& checks, const QString& script, const SpeechLimits& limits) {
    for (const LintSpan& span : lintSpans(script)) {
        if (span.kind == ScriptWarning::Kind::MissingFirstTag && continuesVoice(script, limits)) {
            continue;
        }
        const QString found = script.sliced(span.start, span.length);
        const Kind kind = kindOf(span.kind);
        checks.append({kind, span.start, span.length, messageOf(kind, found), fixLabel(kind, found)});
    }
}

void addLimits(QList<ScriptCheck>& checks, const QString& script, const SpeechLimits& limits) {
    const SpeechBudget budget = speechBudget(script, limits);
    const auto add = [&checks, &script, &limits](Kind kind, const QString& message) {
        const bool overFull = kind == Kind::OverBytes || kind == Kind::TooDense;
        const qsizetype fitting = overFull ? lengthThatFits(script, limits) : 0;
        checks.append({kind, fitting, script.size() - fitting, message, fitting > 0 ? fixLabel(kind, {}) : QString()});
    };
    if (!budget.fitsBytes()) {
        add(Kind::OverBytes, QCoreApplication::translate("ScriptChecks", "The model can't read the last %n byte(s).",
                                                         nullptr, static_cast<int>(budget.bytes - budget.mostBytes)));
    }
    if (!budget.fitsSeconds()) {
        add(Kind::TooDense, say(QT_TRANSLATE_NOOP("ScriptChecks", "About %1 seconds of speech in %2 possible ones: it "
                                                                  "would be hurried or cut."))
                                .arg(wholeSeconds(budget.expectedSeconds), wholeSeconds(budget.possibleSeconds)));
    } else if (budget.expectedSeconds > kLongestSeconds && budget.fitsBytes()) {
        add(Kind::TooLong,
            say(QT_TRANSLATE_NOOP("ScriptChecks", "About %1 seconds: up to %2 come out best in one piece."))
                .arg(wholeSeconds(budget.expectedSeconds), wholeSeconds(kLongestSeconds)));
    } else if (budget.expectedSeconds < kShortestSeconds) {
        add(Kind::TooShort, say(QT_TRANSLATE_NOOP("ScriptChecks", "Under %1 seconds: so short a script often sounds "
                                                                  "odd. Write a little more."))
                                .arg(wholeSeconds(kShortestSeconds)));
    }
}

} // namespace

QList<ScriptCheck> checkScript(const QString& script, const SpeechLimits& limits) {
    QList<ScriptCheck> checks;
    if (script.trimmed().isEmpty()) {
        return checks;
    }
    addLimits(checks, script, limits);
    addLint(checks, script, limits);
    return checks;
}

} // namespace parley::ui
