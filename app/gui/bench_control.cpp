// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/bench_control.h"

#include "bridge/error_text.h"
#include "gui/main_window.h"
#include "gui/studio.h"

#include <QtConcurrent>
#include <utility>

namespace parley::gui {

BenchControl::BenchControl(Studio& studio, MainWindow& window, Runner runner)
    : QObject(&window), m_studio(studio), m_window(window), m_runner(std::move(runner)) {
    connect(&m_report, &QFutureWatcherBase::finished, this, &BenchControl::finish);
}

BenchControl::~BenchControl() {
    m_stop.request_stop();
    m_report.waitForFinished();
}

void BenchControl::open() {
    if (!m_bench) {
        const std::vector<DeviceInfo> devices = listDevices();
        const auto noNeed = [](const std::string&, const std::string&) { return quint64{0}; };
        const ui::Preferences& preferences = m_studio.settings.preferences();
        m_bench = new BenchWindow(ui::deviceChoices(devices, chooseCompute("auto", "auto", devices), noNeed),
                                  preferences.device, preferences.dtype, &m_window);
        m_bench->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_bench, &BenchWindow::startRequested, this, &BenchControl::start);
        connect(m_bench, &BenchWindow::cancelRequested, this, [this] { m_stop.request_stop(); });
    }
    m_bench->show();
    m_bench->raise();
    m_bench->activateWindow();
}

void BenchControl::start(const QString& device, const QString& dtype) {
    if (m_report.isRunning()) {
        return; // an earlier one hears its stop
    }
    if (m_studio.jobs.isBusy()) {
        m_bench->tell(tr("Takes are being made. Measure when that is done, or neither is as fast as it can be."));
        return;
    }
    BenchOptions options;
    options.device = device.toStdString();
    options.dtype = dtype.toStdString();
    options.threads = m_studio.settings.preferences().threads;
    options.tf32 = m_studio.settings.preferences().tf32;
    m_stop = std::stop_source();
    m_bench->setRunning(true);
    m_report.setFuture(
        QtConcurrent::run([runner = m_runner, options, stop = m_stop.get_token()] { return runner(options, stop); }));
}

void BenchControl::finish() {
    if (!m_bench) {
        return;
    }
    m_bench->setRunning(false);
    const Result<BenchReport> report = m_report.result();
    if (report) {
        m_bench->setReport(report.value());
    } else if (report.error().code != ErrorCode::Cancelled) {
        m_bench->tell(ui::errorText(report.error()));
    }
}

} // namespace parley::gui
