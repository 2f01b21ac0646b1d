// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "audio/resample.h"
#include "engine/audio/sounds.h"
#include "parley/error.h"

#include <QTest>
#include <limits>

using parley::resample;

class TestResample : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasTheExpectedLength_data() {
        QTest::addColumn<std::size_t>("count");
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<std::size_t>("expected");
        QTest::newRow("none") << std::size_t{0} << 8000.0 << 44100.0 << std::size_t{0};
        QTest::newRow("one down") << std::size_t{1} << 44100.0 << 8000.0 << std::size_t{0};
        QTest::newRow("one up") << std::size_t{1} << 8000.0 << 44100.0 << std::size_t{6};
        QTest::newRow("second at 48 kHz") << std::size_t{48000} << 48000.0 << 44100.0 << std::size_t{44100};
        QTest::newRow("rounded down") << std::size_t{1001} << 48000.0 << 44100.0 << std::size_t{920};
        QTest::newRow("rounded up") << std::size_t{1002} << 48000.0 << 44100.0 << std::size_t{921};
        QTest::newRow("very fast") << std::size_t{768000} << 768000.0 << 44100.0 << std::size_t{44100};
        QTest::newRow("very slow") << std::size_t{1000} << 1000.0 << 44100.0 << std::size_t{44100};
    }

    void hasTheExpectedLength() {
        QFETCH(const std::size_t, count);
        QFETCH(const double, from);
        QFETCH(const double, to);
        QFETCH(const std::size_t, expected);
        QCOMPARE(resample(std::vector<float>(count, 0.5F), from, to).size(), expected);
    }

    void equalRatesChangeNothing() {
        const std::vector<float> samples = sounds::sine(1000.0, 0.9, 4321, 44100);
        QVERIFY(resample(samples, 44100.0, 44100.0) == samples);
    }

    void keepsWhatBothRatesHold_data() {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<double>("frequency");
        QTest::addColumn<double>("tolerance");
        const double exact = 1e-6;
        const double rollOff = 3e-4; // 0.005 dB, near the end of the band
        QTest::newRow("8 kHz, low") << 8000 << 44100 << 100.0 << exact;
        QTest::newRow("8 kHz, high") << 8000 << 44100 << 3500.0 << rollOff;
        QTest::newRow("22.05 kHz") << 22050 << 44100 << 5000.0 << exact;
        QTest::newRow("48 kHz, middle") << 48000 << 44100 << 1000.0 << exact;
        QTest::newRow("48 kHz, high") << 48000 << 44100 << 19500.0 << rollOff;
        QTest::newRow("to 48 kHz") << 44100 << 48000 << 19500.0 << rollOff;
        QTest::newRow("96 kHz") << 96000 << 44100 << 10000.0 << exact;
    }

    /// Sample by sample: level, frequency and time are all right, and nothing is added.
    void keepsWhatBothRatesHold() {
        QFETCH(const int, from);
        QFETCH(const int, to);
        QFETCH(const double, frequency);
        QFETCH(const double, tolerance);
        const auto result = resample(sounds::sine(frequency, 0.5, static_cast<std::size_t>(from), from), from, to);
        const auto expected = sounds::sine(frequency, -0.5, static_cast<std::size_t>(to), to);
        const std::vector<float> difference = sounds::sum(result, expected);
        QVERIFY(sounds::level(sounds::middle(difference, difference.size() / 10)) < tolerance);
    }

    void leavesOutWhatTheNewRateCannotHold() {
        const auto high = sounds::sine(30000.0, 0.5, 96000, 96000); // would come back as 14.1 kHz
        const auto result = resample(high, 96000.0, 44100.0);
        QVERIFY(sounds::level(sounds::middle(result, 4410)) < 1e-5);
    }

    void addsNoImages() {
        const auto low = sounds::sine(3000.0, 0.5, 8000, 8000); // would come back as 5 kHz too
        const auto result = resample(low, 8000.0, 44100.0);
        QVERIFY(sounds::toneLevel(sounds::middle(result, 4410), 5000.0, 44100) < 1e-5);
    }

    void refusesOddRates_data() {
        QTest::addColumn<double>("rate");
        QTest::newRow("zero") << 0.0;
        QTest::newRow("negative") << -44100.0;
        QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity();
    }

    void refusesOddRates() {
        QFETCH(const double, rate);
        QVERIFY_EXCEPTION_THROWN(resample({}, rate, 44100.0), parley::EngineError);
        QVERIFY_EXCEPTION_THROWN(resample({}, 44100.0, rate), parley::EngineError);
    }
};

QTEST_GUILESS_MAIN(TestResample)
#include "test_resample.moc"
