// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/studio_fixture.h"
#include "editor/script_panel.h"
#include "gui/bench_control.h"
#include "gui/bench_words.h"
#include "preferences/choice_box.h"
#include "widgets/notice_bar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <chrono>
#include <thread>

using namespace parley;
using namespace parley::gui;
using parley::test::DemoStudio;
using parley::test::kStudioPatienceMs;

namespace {

BenchReport madeUpReport() {
    BenchReport report;
    report.device = "cpu";
    report.dtype = "bfloat16";
    report.threads = 2;
    report.stepSeconds = 0.125;
    report.stepGigabytes = 2.5;
    report.codecDecodeSeconds = 0.3333333;
    report.peakResidentBytes = 5'600'000'000;
    return report;
}

/// The window's benchmark with a runner of the test's.
class Measuring {
public:
    explicit Measuring(BenchControl::Runner runner)
        : control(std::make_unique<BenchControl>(demo.studio(), demo.window(), std::move(runner))) {
        control->open();
        bench = demo.find<BenchWindow>("benchWindow");
    }
    [[nodiscard]] QPushButton* button(const char* name) const {
        return bench->findChild<QPushButton*>(QLatin1String(name));
    }
    [[nodiscard]] QTableWidget* table() const { return bench->findChild<QTableWidget*>("benchTable"); }
    [[nodiscard]] QString notice() const {
        const auto* const bar = bench->findChild<ui::NoticeBar*>("benchNotice");
        return bar->isHidden() ? QString() : bar->text();
    }

private:
    QTemporaryDir m_folder;

public:
    DemoStudio demo{m_folder.path()};
    std::unique_ptr<BenchControl> control;
    BenchWindow* bench = nullptr;
};

} // namespace

/// The benchmark in the window: the command line's figures, off the window's thread.
class TestBenchWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isInTheMenu() {
        const QTemporaryDir folder;
        DemoStudio demo(folder.path());
        demo.find<QAction>("measureMachine")->trigger();
        QVERIFY(demo.find<BenchWindow>("benchWindow") != nullptr);
    }

    void measuresWithTheEngine() {
        const Measuring measuring([](BenchOptions options, const std::stop_token& stop) {
            options.tiny = true; // the demo's sizes, for a test's patience
            return runBench(options, stop);
        });
        measuring.button("startBench")->click();
        QTRY_VERIFY_WITH_TIMEOUT(measuring.table()->rowCount() > 10, kStudioPatienceMs);
        QVERIFY(measuring.notice().isEmpty());
    }

    void showsAndCopiesTheCommandLinesTable() {
        const Measuring measuring([](const BenchOptions&, const std::stop_token&) { return madeUpReport(); });
        QVERIFY(!measuring.button("copyBench")->isEnabled()); // there is nothing yet
        measuring.button("startBench")->click();
        QTRY_COMPARE(measuring.table()->rowCount(), static_cast<int>(benchFigures(madeUpReport()).size()));
        QCOMPARE(measuring.table()->item(1, 1)->text(), QStringLiteral("bfloat16"));
        measuring.button("copyBench")->click();
        const QString copied = QApplication::clipboard()->text();
        QCOMPARE(copied, QString::fromStdString(benchTable(madeUpReport())));
        QVERIFY2(copied.contains("\nstep_s                0.125\n") && copied.contains("\ntokens_per_s          8\n"),
                 qPrintable(copied));
    }

    void asksForWhatWasChosen() {
        BenchOptions asked;
        const Measuring measuring([&asked](const BenchOptions& options, const std::stop_token&) {
            asked = options;
            return madeUpReport();
        });
        measuring.bench->findChild<ui::ChoiceBox*>("benchDevice")->setKey("cpu");
        measuring.bench->findChild<ui::ChoiceBox*>("benchDtype")->setKey("int8");
        measuring.button("startBench")->click();
        QTRY_VERIFY(measuring.table()->rowCount() > 0);
        QCOMPARE(asked.device, std::string("cpu"));
        QCOMPARE(asked.dtype, std::string("int8"));
        QVERIFY(!asked.tiny); // the full model's size, as on the command line
    }

    void canBeCancelled() {
        std::atomic<bool> isStopped = false;
        const Measuring measuring([&](const BenchOptions&, const std::stop_token& stop) -> Result<BenchReport> {
            while (!stop.stop_requested()) {
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
            isStopped = true;
            return Error{ErrorCode::Cancelled, {}, {}, {}};
        });
        measuring.button("startBench")->click();
        QVERIFY(!measuring.bench->findChild<ui::ChoiceBox*>("benchDevice")->isEnabled());
        measuring.button("startBench")->click(); // which cancels by now
        QTRY_VERIFY(measuring.bench->findChild<ui::ChoiceBox*>("benchDevice")->isEnabled());
        QVERIFY(isStopped && measuring.notice().isEmpty() && measuring.table()->rowCount() == 0);
    }

    void endsWithItsWindow() {
        std::atomic<bool> isStopped = false;
        Measuring measuring([&](const BenchOptions&, const std::stop_token& stop) -> Result<BenchReport> {
            while (!stop.stop_requested()) {
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
            isStopped = true;
            return Error{ErrorCode::Cancelled, {}, {}, {}};
        });
        measuring.button("startBench")->click();
        measuring.bench->close();
        QTRY_VERIFY(isStopped);
        measuring.control.reset();
    }

    void saysWhatWentWrong() {
        const Measuring measuring([](const BenchOptions&, const std::stop_token&) -> Result<BenchReport> {
            return Error{ErrorCode::OutOfMemory, phrase("the speech"), {}, phrase("close other programs")};
        });
        measuring.button("startBench")->click();
        QTRY_VERIFY2(measuring.notice().contains("There is not enough memory"), qPrintable(measuring.notice()));
        QVERIFY(!measuring.button("copyBench")->isEnabled());
    }

    void waitsWhileTakesAreMade() {
        std::atomic<int> runs = 0;
        Measuring measuring([&runs](const BenchOptions&, const std::stop_token&) {
            ++runs;
            return madeUpReport();
        });
        measuring.demo.makeShort();
        measuring.demo.window().script->setScript("[S1] Hello there. [S2] Hello.");
        QTRY_VERIFY_WITH_TIMEOUT(measuring.demo.find<QPushButton>("makeButton")->isEnabled(), kStudioPatienceMs);
        measuring.demo.find<QPushButton>("makeButton")->click();
        QVERIFY(measuring.demo.studio().jobs.isBusy());
        measuring.button("startBench")->click();
        QVERIFY2(measuring.notice().contains("Takes are being made"), qPrintable(measuring.notice()));
        QCOMPARE(runs.load(), 0);
        measuring.demo.studio().jobs.cancelAll();
    }

    void namesEveryFigure() {
        BenchReport report = madeUpReport();
        report.copyGigabytesPerSecond = 2000;
        report.graphTrouble = "no reason";
        for (const BenchFigure& figure : benchFigures(report)) {
            QVERIFY2(figureLabel(figure) != QString::fromStdString(figure.name), figure.name.c_str());
        }
        QCOMPARE(figureLabel({"new_s", 1.0}), QStringLiteral("new_s"));
        QCOMPARE(figureValue({"step_s", 0.125}), QStringLiteral("0.125 s"));
        QCOMPARE(figureValue({"peak_rss_bytes", std::int64_t{5'600'000'000}}), QStringLiteral("5.6 GB"));
    }
};

QTEST_MAIN(TestBenchWindow)
#include "test_bench_window.moc"
