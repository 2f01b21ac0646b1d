// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "sampling/sampler.h"
#include "support/accelerator_probe.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace parley;
using namespace parley::sampling;
using namespace parley::test;

namespace {

constexpr std::int64_t kChannels = 9;
constexpr std::int64_t kVocab = 1028;
constexpr std::int64_t kEos = 1024;
constexpr std::size_t kRow = std::size_t{kChannels} * kVocab;

/// The same numbers in every run.
std::mt19937 numbersFrom(std::uint32_t seed) {
    return std::mt19937(seed);
}

/// Both rows of one sequence, [2, C, V], in whole steps of `grain` so that there are ties; the end of speech is as
/// likely as the likeliest code now and then.
std::vector<float> logits(std::mt19937& random, float grain) {
    std::normal_distribution<float> normal(0.0F, 4.0F);
    std::vector<float> values(2 * kRow);
    for (float& value : values) {
        value = std::round(normal(random) / grain) * grain;
    }
    values[kRow + kEos] = 14.0F;
    values[kEos] = -20.0F; // so that guidance keeps it
    return values;
}

std::vector<std::int64_t> hostDraws(const SamplerOptions& options, std::int64_t row, std::span<const float> values) {
    Sampler sampler(options, kVocab, kEos);
    std::vector<std::int64_t> out(kChannels);
    sampler.draw(values.subspan(0, kRow), values.subspan(kRow, kRow), row, out);
    return out;
}

} // namespace

/// The sampler that runs on GPUs against the one that is the specification, both on the CPU.
class TestDeviceSampler : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void drawsWhatTheHostDraws_data();
    void drawsWhatTheHostDraws();
    void sequencesKeepTheirOwnOptions();
};

void TestDeviceSampler::drawsWhatTheHostDraws_data() {
    QTest::addColumn<int>("kernels");
    QTest::addColumn<float>("temperature");
    QTest::addColumn<float>("topP");
    QTest::addColumn<qint64>("topK");
    QTest::addColumn<float>("cfgScale");
    QTest::addColumn<float>("grain");
    for (const Kernels kernels : {Kernels::Torch, Kernels::Own}) {
        const char* const by = kernels == Kernels::Torch ? "torch" : "own kernels";
        const auto row = [&](const char* what) -> QTestData& {
            return QTest::addRow("%s, %s", by, what) << static_cast<int>(kernels);
        };
        row("as on the page") << 1.8F << 0.95F << qint64{45} << 3.0F << 0.001F;
        row("greedy") << 0.0F << 0.95F << qint64{45} << 3.0F << 0.001F;
        row("greedy, with ties") << 0.0F << 0.95F << qint64{45} << 3.0F << 1.0F;
        row("few ids") << 1.3F << 0.95F << qint64{5} << 3.0F << 0.001F;
        row("few ids, with ties") << 1.3F << 0.95F << qint64{5} << 3.0F << 0.5F;
        row("all ids") << 2.5F << 1.0F << qint64{kVocab} << 0.0F << 0.001F;
        row("a small p") << 1.0F << 0.1F << qint64{45} << 3.0F << 0.001F;
        row("hot") << 100.0F << 0.95F << qint64{1000} << 5.0F << 0.001F;
    }
}

void TestDeviceSampler::drawsWhatTheHostDraws() {
    QFETCH(const int, kernels);
    QFETCH(const float, temperature);
    QFETCH(const float, topP);
    QFETCH(const qint64, topK);
    QFETCH(const float, cfgScale);
    QFETCH(const float, grain);
    std::mt19937 random = numbersFrom(7);
    constexpr int kTries = 60;
    int others = 0;
    bool everEnds = false;
    for (std::int64_t row = 0; row < kTries; ++row) {
        const SamplerOptions options{.cfgScale = cfgScale,
                                     .temperature = temperature,
                                     .topP = topP,
                                     .topK = topK,
                                     .seed = 0x1'0000'0005U + static_cast<std::uint64_t>(row)};
        const std::vector<float> values = logits(random, grain);
        const std::vector<std::int64_t> wanted = hostDraws(options, row, values);
        const std::vector<std::int64_t> drawn =
            deviceDraws({options}, {row}, values, kChannels, kVocab, static_cast<Kernels>(kernels));
        everEnds = everEnds || wanted.front() == kEos;
        for (std::size_t channel = 0; channel < wanted.size(); ++channel) {
            others += wanted[channel] == drawn[channel] ? 0 : 1;
        }
    }
    QVERIFY(everEnds);
    // Sums in float32 may end top-p at another id where many share the rest of the probability.
    QVERIFY2(others <= 1, qPrintable(QString::number(others)));
}

void TestDeviceSampler::sequencesKeepTheirOwnOptions() {
    std::mt19937 random = numbersFrom(3);
    const std::vector<SamplerOptions> options = {{.temperature = 0.0F, .seed = 1},
                                                 {.cfgScale = 0.0F, .temperature = 2.0F, .topP = 1.0F, .seed = 2},
                                                 {.temperature = 1.0F, .topK = 6, .seed = 3}};
    const std::vector<std::int64_t> rows = {4, 900, 17};
    std::vector<float> all;
    std::vector<std::int64_t> wanted;
    for (std::size_t i = 0; i < options.size(); ++i) {
        const std::vector<float> own = logits(random, 0.001F);
        all.insert(all.end(), own.begin(), own.end());
        const std::vector<std::int64_t> drawn = hostDraws(options[i], rows[i], own);
        wanted.insert(wanted.end(), drawn.begin(), drawn.end());
    }
    QVERIFY(deviceDraws(options, rows, all, kChannels, kVocab) == wanted);
    QVERIFY(deviceDraws(options, rows, all, kChannels, kVocab, Kernels::Own) == wanted);
}

QTEST_GUILESS_MAIN(TestDeviceSampler)
#include "test_device_sampler.moc"
