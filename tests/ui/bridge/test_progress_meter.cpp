// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "bridge/progress_meter.h"

#include <QTest>

using namespace parley::ui;
using namespace std::chrono_literals;

class TestProgressMeter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsNoRateAtFirst();
    void measuresTheRate();
    void forgetsTheSlowBeginning();
    void boundsFractions();
    void letsMustReportsThrough();
};

void TestProgressMeter::knowsNoRateAtFirst() {
    ProgressMeter meter;
    const JobProgress progress = meter.step(1, 100, {});
    QCOMPARE(progress.tokensPerSecond, 0.0);
    QCOMPARE(progress.secondsLeft, 0.0);
    QCOMPARE(progress.fraction, 0.01);
}

void TestProgressMeter::measuresTheRate() {
    ProgressMeter meter;
    const ProgressMeter::Clock::time_point start{};
    (void)meter.step(0, 1000, start);
    const JobProgress progress = meter.step(100, 1000, start + 2s);
    QCOMPARE(progress.tokensPerSecond, 50.0);
    QCOMPARE(progress.secondsLeft, 18.0);
    QCOMPARE(progress.realtime, 50.0 * 512 / 44100);
    QVERIFY(progress.phase == JobProgress::Phase::Decoding);
}

void TestProgressMeter::forgetsTheSlowBeginning() {
    ProgressMeter meter;
    const ProgressMeter::Clock::time_point start{};
    (void)meter.step(0, 1000, start);
    (void)meter.step(1, 1000, start + 100s);
    (void)meter.step(11, 1000, start + 101s);
    QCOMPARE(meter.step(21, 1000, start + 102s).tokensPerSecond, 10.0);
}

void TestProgressMeter::boundsFractions() {
    QCOMPARE(ProgressMeter::phase(JobProgress::Phase::Loading, 5, 0).fraction, 0.0);
    QCOMPARE(ProgressMeter::phase(JobProgress::Phase::Loading, 5, 4).fraction, 1.0);
}

void TestProgressMeter::letsMustReportsThrough() {
    ReportPace pace;
    QVERIFY(pace.mayReport(false));
    QVERIFY(pace.mayReport(true));
    int passed = 0;
    for (int i = 0; i < 1000; ++i) {
        passed += pace.mayReport(false) ? 1 : 0;
    }
    QVERIFY2(passed < 1000, "a thousand reports in a row have to be thinned out");
}

QTEST_GUILESS_MAIN(TestProgressMeter)
#include "test_progress_meter.moc"
