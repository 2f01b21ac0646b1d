// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "player/pcm_device.h"

#include <QTest>
#include <cmath>
#include <cstring>
#include <numbers>

using parley::kSampleRate;
using parley::ui::PcmDevice;
using parley::ui::SoundTrack;

namespace {

constexpr double kTone = 441.0; // Hz

QAudioFormat formatOf(int rate, int channels, QAudioFormat::SampleFormat samples) {
    QAudioFormat format;
    format.setSampleRate(rate);
    format.setChannelCount(channels);
    format.setSampleFormat(samples);
    return format;
}

void play(PcmDevice& device, const QAudioFormat& format, float level = 0.5F) {
    std::vector<float> samples(std::size_t{2} * kSampleRate);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double phase = 2.0 * std::numbers::pi * kTone * static_cast<double>(i) / kSampleRate;
        samples[i] = level * static_cast<float>(std::sin(phase));
    }
    device.setFormat(format);
    device.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    device.stream().start(std::make_shared<SoundTrack>(samples), 0);
}

template <typename Sample>
std::vector<Sample> samplesOf(const QByteArray& bytes) {
    std::vector<Sample> samples(static_cast<std::size_t>(bytes.size()) / sizeof(Sample));
    std::memcpy(samples.data(), bytes.constData(), samples.size() * sizeof(Sample));
    return samples;
}

} // namespace

class TestPcmDevice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void floatsPassUnchanged() {
        PcmDevice device;
        play(device, formatOf(kSampleRate, 1, QAudioFormat::Float));
        const auto samples = samplesOf<float>(device.read(4096));
        QCOMPARE(samples.size(), std::size_t{1024});
        const double phase = 2.0 * std::numbers::pi * kTone * 25 / kSampleRate;
        QCOMPARE(samples[25], 0.5F * static_cast<float>(std::sin(phase)));
    }

    void bothEarsHearTheSame() {
        PcmDevice device;
        play(device, formatOf(kSampleRate, 6, QAudioFormat::Int16));
        const auto samples = samplesOf<qint16>(device.read(1200));
        QCOMPARE(samples.size(), std::size_t{600});
        for (std::size_t at = 0; at < samples.size(); at += 6) {
            QCOMPARE(samples[at], samples[at + 1]);
            QCOMPARE(samples[at + 2], qint16{0});
        }
        QCOMPARE(samples[150], qint16{16384}); // of the 25th frame: the top of the tone
    }

    void whatIsTooLoudIsCut() {
        PcmDevice device;
        play(device, formatOf(kSampleRate, 1, QAudioFormat::Int32), 3.0F);
        const auto samples = samplesOf<qint32>(device.read(400));
        QCOMPARE(samples[25], std::numeric_limits<qint32>::max());
        QVERIFY(samples[75] < -2'000'000'000);
    }

    void volumeCounts() {
        PcmDevice device;
        device.setVolume(0.5);
        play(device, formatOf(kSampleRate, 1, QAudioFormat::Float));
        QCOMPARE(samplesOf<float>(device.read(400))[25], 0.25F);
    }

    void otherRatesKeepThePitch() {
        PcmDevice device;
        play(device, formatOf(48000, 1, QAudioFormat::Float));
        const auto samples = samplesOf<float>(device.read(qint64{48000} * 4));
        int crossings = 0;
        for (std::size_t i = 1; i < samples.size(); ++i) {
            crossings += (samples[i - 1] < 0.0F) != (samples[i] < 0.0F) ? 1 : 0;
        }
        QVERIFY2(std::abs(crossings / 2.0 - kTone) < 2.0, qPrintable(QString::number(crossings)));
        QVERIFY(std::abs(static_cast<double>(device.stream().frames()) - kSampleRate) < 2000.0);
    }

    void neverReadsNothing() {
        PcmDevice device;
        device.setFormat(formatOf(kSampleRate, 2, QAudioFormat::Float));
        device.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        QCOMPARE(device.read(3).size(), 3); // less than a frame
        QCOMPARE(device.read(800).size(), 800);
        play(device, formatOf(kSampleRate, 2, QAudioFormat::Float));
        device.stream().start(std::make_shared<SoundTrack>(std::vector<float>(10)), 0);
        for (int i = 0; i < 10; ++i) { // far past the end
            QCOMPARE(device.read(8000).size(), 8000);
        }
    }
};

QTEST_GUILESS_MAIN(TestPcmDevice)
#include "test_pcm_device.moc"
