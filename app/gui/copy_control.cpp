// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/copy_control.h"

#include "gui/main_window.h"
#include "gui/studio.h"
#include "models/copy_dialog.h"
#include "widgets/notice_bar.h"

#include <QDir>
#include <QFileInfo>
#include <QTimer>
#include <QtConcurrent>

namespace parley::gui {

using ui::CopyChoice;
using ui::ManagedModel;

namespace {

constexpr int kLookMs = 100;

/// On a worker. int8 first.
Result<QList<CopyChoice>> forecasts(const QString& path) {
    QList<CopyChoice> choices;
    for (const char* format : {"int8", "int4"}) {
        ModelOptions model;
        model.model = path.toStdU16String();
        const Result<CopyForecast> forecast = forecastCopy(model, format);
        if (!forecast) {
            return forecast.error();
        }
        const CopyForecast& bytes = forecast.value();
        choices.append({QLatin1String(format), bytes.bytesBefore, bytes.bytes, bytes.memory, bytes.memoryIn16, false});
    }
    return choices;
}

} // namespace

CopyControl::CopyControl(Studio& studio, MainWindow& window)
    : QObject(&window), m_studio(studio), m_window(window), m_look(new QTimer(this)) {
    m_look->setInterval(kLookMs);
    connect(m_look, &QTimer::timeout, this, &CopyControl::look);
    connect(&m_forecast, &QFutureWatcherBase::finished, this, &CopyControl::showQuestion);
    connect(&m_copy, &QFutureWatcherBase::finished, this, &CopyControl::finish);
}

CopyControl::~CopyControl() {
    m_stop.request_stop();
    m_forecast.waitForFinished();
    m_copy.waitForFinished();
}

void CopyControl::ask(const ManagedModel& model, QWidget* parent) {
    if (m_running || m_dialog || m_forecast.isRunning()) {
        return;
    }
    m_asked = model;
    m_parent = parent;
    m_forecast.setFuture(QtConcurrent::run(&forecasts, model.path));
}

QString CopyControl::folderFor(const ManagedModel& model, const QString& format) const {
    return QDir(m_studio.modelsFolder()).absoluteFilePath(ui::copyFolderName(model.name, format));
}

void CopyControl::showQuestion() {
    Result<QList<CopyChoice>> choices = m_forecast.result();
    if (!choices) {
        Q_EMIT failed(choices.error());
        return;
    }
    if (m_parent.isNull()) {
        return; // the person closed what they asked from
    }
    for (CopyChoice& choice : choices.value()) {
        choice.isThere = QFileInfo::exists(folderFor(m_asked, choice.format));
    }
    m_dialog = new ui::CopyDialog(m_asked.name, choices.value(), m_parent);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ui::CopyDialog::chosen, this,
            [this, model = m_asked](const QString& format) { start(model, format); });
    m_dialog->open();
}

void CopyControl::start(const ManagedModel& model, const QString& format) {
    const ui::CopyOrder order{model.path, model.name, format, folderFor(model, format)};
    QDir().mkpath(m_studio.modelsFolder());
    m_running = ui::ManagedCopy{ui::copyNameOf(model.name, format)};
    m_progress = std::make_shared<Progress>();
    m_stop = std::stop_source();
    m_copy.setFuture(QtConcurrent::run([order, progress = m_progress, stop = m_stop.get_token()] {
        const auto tell = [&progress](std::uint64_t done, std::uint64_t total) {
            progress->total = static_cast<qint64>(total);
            progress->done = static_cast<qint64>(done);
        };
        return ui::makeCopy(order, &makeSmallerCopy, tell, stop);
    }));
    m_look->start();
    Q_EMIT changed();
}

void CopyControl::look() {
    if (m_running) {
        m_running->done = m_progress->done;
        m_running->total = m_progress->total;
        Q_EMIT changed();
    }
}

void CopyControl::cancel() {
    if (m_running) {
        m_stop.request_stop();
        m_running->isStopping = true;
        Q_EMIT changed();
    }
}

void CopyControl::finish() {
    m_look->stop();
    const QString name = m_running ? m_running->name : QString();
    m_running.reset();
    Q_EMIT changed();
    const Result<SmallerCopy> copy = m_copy.result();
    if (copy) {
        const SmallerCopy& made = copy.value();
        const auto size = [](std::uint64_t bytes) { return ui::sizeText(static_cast<qint64>(bytes)); };
        Q_EMIT this->made(tr("%1 is made: %2 in place of %3.").arg(name, size(made.bytes), size(made.bytesBefore)));
    } else if (copy.error().code != ErrorCode::Cancelled) {
        Q_EMIT failed(copy.error());
    }
}

} // namespace parley::gui
