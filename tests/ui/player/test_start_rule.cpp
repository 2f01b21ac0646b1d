// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "player/start_rule.h"

#include <QTest>

using parley::ui::PlayMode;
using parley::ui::StartRule;

namespace {

/// Plays a make-believe take: sound is made at `rate` in pieces of `piece` seconds, and played from where the rule
/// says. How many seconds of silence were heard before the end.
double gaps(const StartRule& rule, double total, double rate, double speed, double piece, double* startedAt) {
    constexpr double kTick = 0.01;
    double made = 0;
    double played = 0;
    double silence = 0;
    bool started = false;
    for (double now = 0; played < total - 1e-6 && now < 1000; now += kTick) {
        made = std::min(total, std::floor(now * rate / piece) * piece);
        if (now * rate >= total) {
            made = total;
        }
        if (!started && rule.mayStart({made, total, rate, made >= total})) {
            started = true;
            *startedAt = now;
        }
        if (started) {
            const double step = std::min(kTick * speed, made - played);
            played += step;
            silence += kTick - step / speed;
        }
    }
    return silence;
}

} // namespace

class TestStartRule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void neverRunsDry_data() {
        QTest::addColumn<double>("rate");
        QTest::addColumn<double>("speed");
        for (const double rate : {0.05, 0.3, 0.8, 0.99, 1.2, 3.0}) {
            for (const double speed : {0.5, 1.0, 2.0}) {
                QTest::addRow("%.2f at %.1f", rate, speed) << rate << speed;
            }
        }
    }

    void neverRunsDry() {
        QFETCH(const double, rate);
        QFETCH(const double, speed);
        double startedAt = -1;
        const StartRule rule(PlayMode::WithoutGaps, speed);
        QVERIFY(gaps(rule, 20.0, rate, speed, 0.25, &startedAt) < 0.02);
        QVERIFY(startedAt >= 0);
        // It must not simply wait for the end either, when the machine is quick.
        if (rate * 0.9 >= speed) {
            QVERIFY(startedAt * rate < 1.5);
        }
    }

    void atOncePlaysGapsAndAll() {
        double startedAt = -1;
        QVERIFY(gaps(StartRule(PlayMode::AtOnce), 20.0, 0.3, 1.0, 0.25, &startedAt) > 10.0);
        QVERIFY(startedAt * 0.3 < 0.6);
    }

    void whenFinishedWaitsForTheEnd() {
        const StartRule rule(PlayMode::WhenFinished);
        QVERIFY(!rule.mayStart({20.0, 20.0, 2.0, false}));
        QVERIFY(rule.mayStart({12.0, 20.0, 2.0, true}));
        QCOMPARE(rule.secondsUntilReady({10.0, 20.0, 2.0, false}).value(), 5.0);
    }

    void neverStaysSilent() {
        const StartRule rule(PlayMode::Never);
        QVERIFY(!rule.mayStart({20.0, 20.0, 2.0, true}));
        QVERIFY(!rule.secondsUntilReady({1.0, 20.0, 2.0, false}).has_value());
    }

    void tellsHowLong() {
        const StartRule rule(PlayMode::WithoutGaps);
        const auto early = rule.secondsUntilReady({1.0, 20.0, 0.5, false});
        const auto later = rule.secondsUntilReady({3.0, 20.0, 0.5, false});
        QVERIFY(early.has_value() && later.has_value());
        QVERIFY(qAbs(*early - *later - 4.0) < 1e-6); // two seconds of sound at half the speed of sound
        QVERIFY(*early > 15.0 && *early < 25.0);
    }

    void doesNotGuess() {
        const StartRule rule(PlayMode::WithoutGaps);
        QVERIFY(!rule.secondsUntilReady({1.0, 20.0, 0.0, false}).has_value());
        QVERIFY(!rule.secondsUntilReady({1.0, 0.0, 0.5, false}).has_value());
        QVERIFY(rule.mayStart({1.0, 0.0, 1.5, false}));
        QVERIFY(!rule.mayStart({0.0, 0.0, 0.0, true})); // nothing was made at all
    }
};

QTEST_GUILESS_MAIN(TestStartRule)
#include "test_start_rule.moc"
