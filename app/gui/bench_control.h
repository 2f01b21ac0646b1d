// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/bench_window.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <functional>
#include <stop_token>

namespace parley::gui {

class MainWindow;
struct Studio;

/// The benchmark of the window: one at a time, on a worker, and not while takes are made.
class BenchControl : public QObject {
    Q_OBJECT

public:
    /// runBench(), or what stands in for it.
    using Runner = std::function<Result<BenchReport>(const BenchOptions&, const std::stop_token&)>;

    BenchControl(Studio& studio, MainWindow& window, Runner runner = &runBench);
    ~BenchControl() override;
    BenchControl(const BenchControl&) = delete;
    BenchControl& operator=(const BenchControl&) = delete;

    void open();

private:
    void start(const QString& device, const QString& dtype);
    void finish();

    Studio& m_studio;
    MainWindow& m_window;
    Runner m_runner;
    QPointer<BenchWindow> m_bench;
    std::stop_source m_stop;
    QFutureWatcher<Result<BenchReport>> m_report;
};

} // namespace parley::gui
