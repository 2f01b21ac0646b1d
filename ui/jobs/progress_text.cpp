// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/progress_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <cmath>

namespace parley::ui {

namespace {

constexpr qint64 kSecondsPerMinute = 60;
constexpr qint64 kMinutesPerHour = 60;
constexpr double kLongest = 1000.0 * 3600.0; // keeps what can't be a duration printable

QString say(const char* text) {
    return QCoreApplication::translate("ProgressText", text);
}

QString number(qint64 value) {
    return QLocale().toString(value);
}

QString percent(double fraction) {
    return number(std::lround(100.0 * std::clamp(fraction, 0.0, 1.0)));
}

} // namespace

QString durationText(double seconds) {
    const qint64 whole = std::max<qint64>(1, std::llround(std::min(seconds, kLongest)));
    const qint64 minutes = whole / kSecondsPerMinute;
    if (minutes == 0) {
        return say(QT_TRANSLATE_NOOP("ProgressText", "%1 s")).arg(number(whole));
    }
    if (minutes < kMinutesPerHour) {
        return say(QT_TRANSLATE_NOOP("ProgressText", "%1 min %2 s"))
            .arg(number(minutes), number(whole % kSecondsPerMinute));
    }
    return say(QT_TRANSLATE_NOOP("ProgressText", "%1 h %2 min"))
        .arg(number(minutes / kMinutesPerHour), number(minutes % kMinutesPerHour));
}

QString phaseText(const JobProgress& progress) {
    switch (progress.phase) {
    case JobProgress::Phase::Waiting:
        return say(QT_TRANSLATE_NOOP("ProgressText", "About to start"));
    case JobProgress::Phase::Loading:
        return say(QT_TRANSLATE_NOOP("ProgressText", "Loading the model, %1 %")).arg(percent(progress.fraction));
    case JobProgress::Phase::Prefill:
        return say(QT_TRANSLATE_NOOP("ProgressText", "Reading voice and script, %1 %")).arg(percent(progress.fraction));
    case JobProgress::Phase::Decoding:
        break;
    }
    return say(QT_TRANSLATE_NOOP("ProgressText", "Step %1 of %2"))
        .arg(number(progress.step), number(progress.stepsAtMost));
}

QString rateText(double tokensPerSecond, double realtime) {
    QStringList parts;
    if (tokensPerSecond > 0) {
        parts += say(QT_TRANSLATE_NOOP("ProgressText", "%1 tokens/s"))
                     .arg(QLocale().toString(tokensPerSecond, 'f', tokensPerSecond < 100 ? 1 : 0));
    }
    if (realtime > 0) {
        parts += say(QT_TRANSLATE_NOOP("ProgressText", "%1 × real time")).arg(QLocale().toString(realtime, 'f', 2));
    }
    return parts.join(QStringLiteral(" · "));
}

QString paceText(const JobProgress& progress) {
    QString text = rateText(progress.tokensPerSecond, progress.realtime);
    if (progress.secondsLeft > 0) {
        const QString left =
            say(QT_TRANSLATE_NOOP("ProgressText", "at most %1 left")).arg(durationText(progress.secondsLeft));
        text = text.isEmpty() ? left : text + QStringLiteral(" · ") + left;
    }
    return text;
}

} // namespace parley::ui
