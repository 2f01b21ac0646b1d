// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/audio/sounds.h"
#include "parley/tempo_stream.h"

#include <QTest>
#include <limits>

using parley::kSampleRate;
using parley::TempoStream;

namespace {

constexpr double kTone = 440.0; // Hz

/// Everything that is ready, read in pieces of an odd size.
void drain(TempoStream& stream, std::vector<float>& result) {
    std::vector<float> piece(777);
    while (const std::size_t count = stream.receive(piece)) {
        result.insert(result.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(count));
    }
}

/// The whole sound through the stream in pieces of `pieceSize`.
std::vector<float> pass(TempoStream& stream, std::span<const float> samples, std::size_t pieceSize) {
    std::vector<float> result;
    while (!samples.empty()) {
        const auto piece = samples.first(std::min(pieceSize, samples.size()));
        stream.put(piece);
        samples = samples.subspan(piece.size());
        drain(stream, result);
    }
    stream.finish();
    drain(stream, result);
    return result;
}

} // namespace

class TestTempoStream : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tempoOneChangesNothing() {
        const auto sound = sounds::sine(kTone, 0.5, 100'001, kSampleRate);
        for (const std::size_t pieceSize : {1000U, 4096U, 200'000U}) {
            TempoStream stream;
            QVERIFY(pass(stream, sound, pieceSize) == sound);
            QCOMPARE(stream.pending(), 0.0);
        }
    }

    void tempoOneChangesNothingAfterAnother() {
        const auto sound = sounds::sine(kTone, 0.5, 50'000, kSampleRate);
        TempoStream stream;
        stream.setTempo(1.5);
        pass(stream, sound, 1000);
        stream.setTempo(1.0);
        QVERIFY(pass(stream, sound, 1000) == sound);
    }

    void keepsPitchLevelAndLength_data() {
        QTest::addColumn<double>("tempo");
        for (const double tempo : {0.5, 0.75, 0.9, 1.1, 1.5, 2.0}) {
            QTest::addRow("%.2f", tempo) << tempo;
        }
    }

    void keepsPitchLevelAndLength() {
        QFETCH(const double, tempo);
        const auto sound = sounds::sine(kTone, 0.5, std::size_t{3} * kSampleRate, kSampleRate);
        TempoStream stream;
        stream.setTempo(tempo);
        const auto result = pass(stream, sound, 1024);
        const double expected = static_cast<double>(sound.size()) / tempo;
        // The tail of silence that lets the end out is shorter than 0.1 s.
        QVERIFY(std::abs(static_cast<double>(result.size()) - expected) < 0.1 * kSampleRate);
        const auto core = std::span<const float>(result).subspan(4410, result.size() - 13'230);
        QVERIFY(std::abs(sounds::level(core) * std::numbers::sqrt2 - 0.5) < 0.05);
        std::size_t crossings = 0;
        for (std::size_t i = 1; i < core.size(); ++i) {
            crossings += (core[i - 1] < 0.0F) != (core[i] < 0.0F) ? 1U : 0U;
        }
        const double heard = static_cast<double>(crossings) / 2.0 * kSampleRate / static_cast<double>(core.size());
        QVERIFY2(std::abs(heard / kTone - 1.0) < 0.01, qPrintable(QString::number(heard)));
    }

    void doesNotCutTheEnd() {
        for (const double tempo : {0.5, 1.0, 1.5, 2.0}) {
            std::vector<float> sound(60'000);
            const auto mark = sounds::sine(kTone, 0.5, 8820, kSampleRate);
            std::copy(mark.begin(), mark.end(), sound.end() - 8820);
            TempoStream stream;
            stream.setTempo(tempo);
            const auto result = pass(stream, sound, 500);
            const auto end = std::span<const float>(result).last(static_cast<std::size_t>(12'000 / tempo));
            const double energy = sounds::level(end) * sounds::level(end) * static_cast<double>(end.size());
            const double expected = 0.125 * 8820 / tempo; // half of the amplitude's square, over the mark's length
            QVERIFY2(energy > 0.7 * expected,
                     qPrintable(QStringLiteral("%1: %2 of %3").arg(tempo).arg(energy).arg(expected)));
        }
    }

    void tempoChangesOnTheWay() {
        const auto sound = sounds::sine(kTone, 0.5, 44'100, kSampleRate);
        TempoStream stream;
        std::vector<float> result;
        for (const double tempo : {1.0, 2.0, 0.5, 1.0, 1.25, 1.0}) {
            stream.setTempo(tempo);
            stream.put(sound);
            drain(stream, result);
            QVERIFY(stream.pending() >= 0.0);
            QVERIFY(stream.pending() < 12'000.0);
        }
        stream.finish();
        drain(stream, result);
        const double expected = 44'100 * (1.0 + 0.5 + 2.0 + 1.0 + 0.8 + 1.0);
        QVERIFY2(std::abs(static_cast<double>(result.size()) / expected - 1.0) < 0.05,
                 qPrintable(QString::number(result.size())));
    }

    void pendingIsWhatHasNotComeOut() {
        TempoStream stream;
        stream.setTempo(2.0);
        std::vector<float> result;
        for (int i = 0; i < 100; ++i) {
            stream.put(std::vector<float>(1000, 0.1F));
            drain(stream, result);
            const double out = 1000.0 * (i + 1) - stream.pending();
            QVERIFY(std::abs(out - static_cast<double>(result.size()) * 2.0) < 1000.0);
        }
    }

    void clearForgetsTheSound() {
        for (const double tempo : {1.0, 1.5}) {
            TempoStream stream;
            stream.setTempo(tempo);
            stream.put(std::vector<float>(20'000, 0.5F));
            stream.clear();
            QCOMPARE(stream.pending(), 0.0);
            const auto result = pass(stream, std::vector<float>(20'000), 1000);
            QCOMPARE(sounds::level(result), 0.0);
            QCOMPARE(stream.tempo(), tempo);
        }
    }

    void tempoIsBroughtIntoItsRange() {
        TempoStream stream;
        stream.setTempo(9.0);
        QCOMPARE(stream.tempo(), 2.0);
        stream.setTempo(-1.0);
        QCOMPARE(stream.tempo(), 0.5);
        stream.setTempo(std::numeric_limits<double>::quiet_NaN());
        QCOMPARE(stream.tempo(), 0.5);
    }
};

QTEST_GUILESS_MAIN(TestTempoStream)
#include "test_tempo_stream.moc"
