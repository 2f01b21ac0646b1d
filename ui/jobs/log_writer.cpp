// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/log_writer.h"

#include "bridge/error_text.h"
#include "jobs/progress_text.h"

#include <QLocale>
#include <QStringList>
#include <utility>

namespace parley::ui {

namespace {

constexpr qint64 kStepsPerLine = 86; // a second of sound, as on the model's web page

/// The error without what it may quote of the script, and in brackets the engine's own words, which those read who
/// help.
QString safeText(const Error& error) {
    if (error.code == ErrorCode::ScriptInvalid) {
        return errorText({error.code, {}, {}, {}});
    }
    const QString inEnglish = QString::fromStdString(error.message());
    return inEnglish.isEmpty() ? errorText(error) : QStringLiteral("%1 [%2]").arg(errorText(error), inEnglish);
}

} // namespace

LogWriter::LogWriter(SpeechService& service, Log& log, QObject* parent) : QObject(parent), m_log(log) {
    listen(service);
}

void LogWriter::listen(SpeechService& service) {
    connect(&service, &SpeechService::modelChanged, this, &LogWriter::onModel);
    connect(&service, &SpeechService::cacheTroubled, this, [this](const Error& error) {
        m_log.add(LogLevel::Warning,
                  tr("The packed weights that were kept can't be used and are made again: %1").arg(safeText(error)));
    });
    connect(&service, &SpeechService::weightsNotKept, this, [this](const Error& error) {
        m_log.add(LogLevel::Warning,
                  tr("The packed weights can't be kept and are made again at the next start: %1").arg(safeText(error)));
    });
    connect(&service, &SpeechService::progressed, this, &LogWriter::onProgress);
    connect(&service, &SpeechService::warned, this, [this](JobId job) {
        addOf(job, LogLevel::Warning, tr("The script has a remark; the checks below the script show it."));
    });
    connect(&service, &SpeechService::stepped, this, [this](JobId job, qint64 step, const QList<qint64>& tokens) {
        if (m_log.level() < LogLevel::Debug) {
            return;
        }
        QStringList codes;
        for (const qint64 token : tokens) {
            codes += QString::number(token);
        }
        addOf(job, LogLevel::Debug, tr("Step %1: %2").arg(QString::number(step), codes.join(QLatin1Char(' '))));
    });
    connect(&service, &SpeechService::finished, this,
            [this](JobId job, const SpeechPtr& speech) { onEnd(job, LogLevel::Info, tr("Finished"), speech); });
    connect(&service, &SpeechService::cancelled, this,
            [this](JobId job, const SpeechPtr& soFar) { onEnd(job, LogLevel::Info, tr("Cancelled"), soFar); });
    connect(&service, &SpeechService::failed, this, [this](JobId job, const Error& error, const SpeechPtr& soFar) {
        onEnd(job, LogLevel::Error, safeText(error), soFar);
    });
}

void LogWriter::onModel(const ModelState& state) {
    const bool news = state.phase != m_modelPhase;
    m_modelPhase = state.phase;
    if (!news) {
        return;
    }
    switch (state.phase) {
    case ModelState::Phase::None:
        m_log.add(LogLevel::Info, tr("There is no model."));
        break;
    case ModelState::Phase::Loading:
        m_loading.start();
        m_log.add(LogLevel::Info, tr("Loading the model."));
        break;
    case ModelState::Phase::Ready: {
        const QString where = tr("The model is loaded on %1, %2").arg(state.device, state.dtype);
        constexpr double kMsPerSecond = 1000.0;
        m_log.add(
            LogLevel::Info,
            m_loading.isValid()
                ? tr("%1, in %2 s.")
                      .arg(where, QLocale().toString(static_cast<double>(m_loading.elapsed()) / kMsPerSecond, 'f', 1))
                : where + QLatin1Char('.'));
        m_loading.invalidate();
        break;
    }
    case ModelState::Phase::Unloaded:
        m_loading.invalidate();
        m_log.add(LogLevel::Info, tr("The model is out of memory until it is needed again."));
        break;
    case ModelState::Phase::Failed:
        m_loading.invalidate();
        m_log.add(LogLevel::Error, safeText(state.error));
        break;
    }
}

void LogWriter::addOf(JobId job, LogLevel level, const QString& text) {
    m_log.add(level, tr("Job %1: %2").arg(QString::number(job), text));
}

void LogWriter::onProgress(JobId job, const JobProgress& progress) {
    Told& told = m_jobs[job];
    const bool newPhase = progress.phase != std::exchange(told.phase, progress.phase);
    if (progress.phase == JobProgress::Phase::Prefill && newPhase) {
        addOf(job, LogLevel::Info, tr("Reading voice and script."));
    } else if (progress.phase == JobProgress::Phase::Decoding &&
               (newPhase || progress.step >= told.step + kStepsPerLine)) {
        told.step = progress.step;
        const QString pace = paceText(progress);
        addOf(job, LogLevel::Info,
              pace.isEmpty() ? phaseText(progress) : phaseText(progress) + QStringLiteral(" · ") + pace);
    }
}

void LogWriter::onEnd(JobId job, LogLevel level, const QString& how, const SpeechPtr& speech) {
    QString text = how;
    if (speech && speech->steps > 0) {
        const double seconds = speech->sound.seconds();
        const double spent = speech->figures.decode + speech->figures.codec;
        const QString rate =
            spent > 0 ? rateText(static_cast<double>(speech->steps) / spent, seconds / spent) : QString();
        QStringList figures{tr("%1 s of sound").arg(QLocale().toString(seconds, 'f', 1)),
                            tr("%n steps", nullptr, static_cast<int>(speech->steps))};
        if (!rate.isEmpty()) {
            figures += rate;
        }
        figures += tr("seed %1").arg(speech->seed);
        text += QStringLiteral(" · ") + figures.join(QStringLiteral(" · "));
    }
    m_jobs.erase(job);
    addOf(job, level, text);
}

} // namespace parley::ui
