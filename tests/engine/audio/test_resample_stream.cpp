// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "audio/resample.h"
#include "engine/audio/sounds.h"
#include "parley/error.h"
#include "parley/resample_stream.h"

#include <QTest>
#include <limits>

using parley::kSampleRate;
using parley::ResampleStream;

namespace {

/// `count` samples of `sound` and then silence, asked for in pieces of an odd size.
std::vector<float> pull(ResampleStream& stream, std::span<const float> sound, std::size_t count) {
    std::vector<float> result(count);
    std::size_t next = 0;
    const auto source = [&](std::span<float> block) {
        for (float& sample : block) {
            sample = next < sound.size() ? sound[next] : 0.0F;
            ++next;
        }
    };
    constexpr std::size_t kPiece = 333;
    for (std::size_t at = 0; at < count; at += kPiece) {
        stream.fill(std::span(result).subspan(at, std::min(kPiece, count - at)), source);
    }
    return result;
}

} // namespace

class TestResampleStream : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void soundsLikeTheWholeAtOnce_data() {
        QTest::addColumn<int>("rate");
        for (const int rate : {16000, 22050, 48000, 96000}) {
            QTest::addRow("%d", rate) << rate;
        }
    }

    void soundsLikeTheWholeAtOnce() {
        QFETCH(const int, rate);
        const auto sound = sounds::sum(sounds::sine(440.0, 0.4, kSampleRate, kSampleRate),
                                       sounds::sine(3000.0, 0.3, kSampleRate, kSampleRate));
        ResampleStream stream(rate);
        const auto flowing = pull(stream, sound, static_cast<std::size_t>(rate));
        const auto whole = parley::resample(sound, kSampleRate, rate);
        float worst = 0.0F;
        for (std::size_t i = 1000; i + 1000 < whole.size(); ++i) {
            worst = std::max(worst, std::abs(whole[i] - flowing[i]));
        }
        QVERIFY2(worst < 1e-3F, qPrintable(QString::number(worst)));
    }

    void clearForgetsTheSound() {
        ResampleStream stream(48000);
        pull(stream, std::vector<float>(10'000, 0.5F), 3000);
        stream.clear();
        QCOMPARE(sounds::level(pull(stream, {}, 3000)), 0.0);
    }

    void refusesWhatIsNoRate() {
        for (const double rate : {0.0, -1.0, std::numeric_limits<double>::quiet_NaN()}) {
            QVERIFY_EXCEPTION_THROWN(ResampleStream{rate}, parley::EngineError);
        }
    }
};

QTEST_GUILESS_MAIN(TestResampleStream)
#include "test_resample_stream.moc"
