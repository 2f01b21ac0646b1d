// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/speech_budget.h"

#include "bridge/error_text.h"
#include "editor/script_text.h"
#include "parley/frame_rate.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <limits>

namespace parley::ui {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("SpeechBudget", text);
}

/// What the model reads: the voice's transcript first, as the engine joins them.
std::string modelText(const QString& script, const SpeechLimits& limits) {
    const std::string text = scriptForModel(script, limits.closingTag).toStdString();
    return limits.voiceTranscript.isEmpty() ? text : joinTranscript(limits.voiceTranscript.toStdString(), text);
}

qsizetype modelBytes(const std::string& text) {
    const auto bytes = encodeScript(text, std::numeric_limits<std::size_t>::max());
    return static_cast<qsizetype>(bytes.ok() ? bytes.value().size() : text.size());
}

/// Settings come from files, too: a length that is no length counts as none.
double sensibleSeconds(double seconds) {
    return std::isfinite(seconds) ? std::max(seconds, 0.0) : 0.0;
}

/// Something to say beside tags.
bool hasWords(const QString& script) {
    qsizetype from = 0;
    for (const TagSpan& tag : tagSpans(script)) {
        if (!QStringView(script).sliced(from, tag.start - from).trimmed().isEmpty()) {
            return true;
        }
        from = tag.end();
    }
    return !QStringView(script).sliced(from).trimmed().isEmpty();
}

} // namespace

bool continuesVoice(const QString& script, const SpeechLimits& limits) {
    const QList<TagSpan> voice = tagSpans(limits.voiceTranscript);
    const QList<TagSpan> tags = tagSpans(script);
    return !voice.isEmpty() && voice.last().speaker == 1 && !tags.isEmpty() && tags.first().speaker == 2 &&
           QStringView(script).sliced(0, tags.first().start).trimmed().isEmpty();
}

double expectedSeconds(QStringView text) {
    qsizetype characters = 0;
    bool afterSpace = true;
    const QList<TagSpan> tags = tagSpans(text);
    auto tag = tags.begin();
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (tag != tags.end() && at == tag->start) {
            at = tag->end() - 1;
            ++tag;
            continue;
        }
        const bool space = text[at].isSpace();
        characters += space && afterSpace ? 0 : 1;
        afterSpace = space;
    }
    return static_cast<double>(characters) / kCharactersPerSecond;
}

SpeechBudget speechBudget(const QString& script, const SpeechLimits& limits) {
    SpeechBudget budget;
    budget.mostBytes = limits.mostBytes;
    budget.bytes = modelBytes(modelText(script, limits));
    budget.voiceBytes = budget.bytes - modelBytes(scriptForModel(script, limits.closingTag).toStdString());
    budget.expectedSeconds = expectedSeconds(script);
    const double voiceRows = std::ceil(sensibleSeconds(limits.voiceSeconds) * kRowsPerSecond);
    budget.possibleSeconds = std::max(0.0, (limits.maxTokens - voiceRows) / kRowsPerSecond);
    return budget;
}

QString speechProblem(const QString& script, const SpeechLimits& limits) {
    if (!hasWords(script)) {
        return say(QT_TRANSLATE_NOOP("SpeechBudget", "Write what is to be said."));
    }
    const SpeechBudget budget = speechBudget(script, limits);
    if (budget.possibleSeconds <= 0) {
        return say(QT_TRANSLATE_NOOP("SpeechBudget",
                                     "The voice takes up the whole length. Raise “Length”, or trim the voice."));
    }
    if (!budget.fitsBytes()) {
        return QCoreApplication::translate("SpeechBudget", "The script is too long by %n byte(s).", nullptr,
                                           static_cast<int>(budget.bytes - budget.mostBytes));
    }
    const auto bytes = encodeScript(modelText(script, limits), static_cast<std::size_t>(limits.mostBytes));
    return bytes.ok() ? QString() : errorText(bytes.error());
}

} // namespace parley::ui
