// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "models/managed_model.h"

#include "bridge/error_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace parley::ui {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("ModelDownload", text);
}

QString sayOfCopy(const char* text) {
    return QCoreApplication::translate("ModelCopy", text);
}

QString timeLeft(double seconds) {
    if (seconds < 0) {
        return {};
    }
    const auto whole = static_cast<qint64>(std::llround(seconds));
    if (whole < 60) {
        return say(QT_TRANSLATE_NOOP("ModelDownload", "%1 s left")).arg(whole);
    }
    return whole < 3600
               ? say(QT_TRANSLATE_NOOP("ModelDownload", "%1 min left")).arg((whole + 59) / 60)
               : say(QT_TRANSLATE_NOOP("ModelDownload", "%1 h %2 min left")).arg(whole / 3600).arg(whole % 3600 / 60);
}

QString joined(QStringList parts) {
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString runningText(const DownloadProgress& now) {
    switch (now.phase) {
    case DownloadProgress::Phase::Asking:
        return say(QT_TRANSLATE_NOOP("ModelDownload", "Asking the server…"));
    case DownloadProgress::Phase::Checking:
        return say(QT_TRANSLATE_NOOP("ModelDownload", "Reading what is here already…"));
    case DownloadProgress::Phase::Waiting:
        return (now.problem ? errorDetails(*now.problem) + QLatin1Char(' ') : QString()) +
               say(QT_TRANSLATE_NOOP("ModelDownload", "Trying again in %1 s")).arg(now.waitSeconds);
    case DownloadProgress::Phase::Unpacking:
        return say(QT_TRANSLATE_NOOP("ModelDownload", "Unpacking…"));
    case DownloadProgress::Phase::Fetching:
        break;
    }
    const QString here =
        now.total > 0
            ? say(QT_TRANSLATE_NOOP("ModelDownload", "%1 of %2")).arg(sizeText(now.bytes), sizeText(now.total))
            : sizeText(now.bytes);
    const QString speed =
        now.bytesPerSecond > 0
            ? say(QT_TRANSLATE_NOOP("ModelDownload", "%1/s")).arg(sizeText(static_cast<qint64>(now.bytesPerSecond)))
            : QString();
    return joined({here, speed, timeLeft(now.secondsLeft)});
}

/// "2.5 %", with as many digits as say something.
QString percentText(double share) {
    return sayOfCopy(QT_TRANSLATE_NOOP("ModelCopy", "%1 %")).arg(QLocale().toString(share * 100, 'g', 2));
}

} // namespace

QString copyingText(const ManagedCopy& copy) {
    if (copy.isStopping) {
        return sayOfCopy(QT_TRANSLATE_NOOP("ModelCopy", "Stopping…"));
    }
    if (copy.total > 0 && copy.done >= copy.total) {
        return sayOfCopy(QT_TRANSLATE_NOOP("ModelCopy", "Comparing it with its original…"));
    }
    return copy.total > 0 ? sayOfCopy(QT_TRANSLATE_NOOP("ModelCopy", "Copying: %1 of %2"))
                                .arg(sizeText(copy.done), sizeText(copy.total))
                          : sayOfCopy(QT_TRANSLATE_NOOP("ModelCopy", "Reading the model…"));
}

QString differenceText(const CopyRecord& copy) {
    return sayOfCopy(QT_TRANSLATE_NOOP("ModelCopy", "Measured against %1 in %2 over %3 steps: %4 of the likeliest "
                                                    "tokens are others, and scores are off by %5 of their range."))
        .arg(copy.original, copy.comparedWith)
        .arg(copy.steps)
        .arg(percentText(copy.otherChoices), percentText(copy.rmsError));
}

QString sizeText(qint64 bytes) {
    return QLocale().formattedDataSize(bytes, bytes >= 1'000'000'000 ? 1 : 0, QLocale::DataSizeSIFormat);
}

QString downloadText(const ManagedDownload& download) {
    if (download.isRunning) {
        return runningText(download.progress);
    }
    const QString here =
        say(QT_TRANSLATE_NOOP("ModelDownload", "Paused; %1 are here")).arg(sizeText(download.bytesHere));
    return download.problem.isEmpty() ? here : download.problem;
}

QString downloadFileText(const ManagedDownload& download) {
    const DownloadProgress& now = download.progress;
    if (!download.isRunning || now.phase != DownloadProgress::Phase::Fetching || now.fileCount < 2) {
        return {};
    }
    return joined({say(QT_TRANSLATE_NOOP("ModelDownload", "File %1 of %2: %3"))
                       .arg(now.fileNumber)
                       .arg(now.fileCount)
                       .arg(now.file),
                   timeLeft(now.fileSecondsLeft)});
}

} // namespace parley::ui
