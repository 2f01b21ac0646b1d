// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "takes/take_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>
#include <cmath>

namespace parley::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TakeText)
};

QString timeMade(const QDateTime& made) {
    const QDateTime local = made.toLocalTime();
    const QLocale locale;
    QString text = locale.toString(local.time(), QLocale::ShortFormat);
    if (local.date() != QDate::currentDate()) {
        text.prepend(locale.toString(local.date(), QLocale::ShortFormat) + QLatin1Char(' '));
    }
    return text;
}

} // namespace

QString shownTakeName(const QString& name, int number) {
    return name.isEmpty() ? Words::tr("Take %1").arg(QLocale().toString(number)) : name;
}

QString takeDetails(const Take& take) {
    QStringList parts{timeMade(take.made)};
    if (take.recipe.settings.seed >= 0) {
        // Without grouping marks: people copy and compare it digit by digit.
        parts += Words::tr("seed %1").arg(take.recipe.settings.seed);
    }
    if (std::abs(take.speed - 1.0) > 1e-6) {
        parts += Words::tr("%1 ×").arg(QLocale().toString(take.speed, 'f', 2));
    }
    return parts.join(QStringLiteral(" · "));
}

QString takeStateText(const Take& take) {
    switch (take.state) {
    case TakeState::Making:
        return Words::tr("Being made…");
    case TakeState::Stopped:
        return Words::tr("Stopped early");
    case TakeState::Unfinished:
        return Words::tr("Unfinished");
    case TakeState::Failed:
        return Words::tr("Failed");
    case TakeState::Whole:
        break;
    }
    return {};
}

QString takeSentence(const Take& take, int number) {
    QStringList parts{shownTakeName(take.name, number), takeStateText(take), take.problem};
    parts += take.starred ? Words::tr("starred") : QString();
    parts += Words::tr("%1 seconds").arg(QLocale().toString(take.seconds, 'f', 1));
    parts += takeDetails(take);
    parts += take.note;
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString secondsText(double seconds) {
    if (seconds < 60.0) {
        return Words::tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
    }
    const auto whole = static_cast<qint64>(std::lround(seconds));
    return QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

QString scriptTitle(const QString& script) {
    constexpr qsizetype kMostRead = 400; // a script may be megabytes long, a line on the screen isn't
    static const QRegularExpression tag(QStringLiteral("\\[S[12]\\]"), QRegularExpression::CaseInsensitiveOption);
    const QString title = script.left(kMostRead).remove(tag).simplified();
    return title.isEmpty() ? Words::tr("Without words") : title;
}

} // namespace parley::ui
