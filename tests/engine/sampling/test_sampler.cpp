// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "sampling/sampler.h"

#include <QTest>
#include <algorithm>
#include <cmath>
#include <map>

using namespace parley::sampling;

namespace {

constexpr std::int64_t kVocab = 1028;
constexpr std::int64_t kEos = 1024;

/// Logits of one channel that are `low` but for the given ids.
std::vector<float> logits(const std::map<std::int64_t, float>& values, float low = -50.0F) {
    std::vector<float> out(kVocab, low);
    for (const auto& [id, value] : values) {
        out[static_cast<std::size_t>(id)] = value;
    }
    return out;
}

std::vector<float> twice(std::vector<float> first, const std::vector<float>& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

std::int64_t drawOne(const SamplerOptions& options, const std::vector<float>& unconditional,
                     const std::vector<float>& conditional, std::int64_t row = 1) {
    Sampler sampler(options, kVocab, kEos);
    std::vector<std::int64_t> out(unconditional.size() / kVocab);
    sampler.draw(unconditional, conditional, row, out);
    return out.back();
}

} // namespace

class TestSampler : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void greedyTakesTheLikeliest();
    void guidanceChoosesButDoesNotWeigh();
    void specialIdsAreNeverDrawn();
    void eosIsForTheFirstChannelAlone();
    void eosEndsSpeechOnlyAsTheLikeliest();
    void topPKeepsTheIdThatCrossesIt();
    void frequenciesFollowTheProbabilities();
    void drawsDependOnNothingButTheirPlace();
};

void TestSampler::greedyTakesTheLikeliest() {
    const auto conditional = logits({{7, 1.0F}, {8, 3.0F}, {9, 2.0F}});
    QCOMPARE(drawOne({.temperature = 0.0F}, conditional, conditional), std::int64_t{8});
    const auto tie = logits({{7, 3.0F}, {8, 3.0F}});
    QCOMPARE(drawOne({.temperature = 0.0F}, tie, tie), std::int64_t{7});
}

void TestSampler::guidanceChoosesButDoesNotWeigh() {
    // 20 is likeliest, but guidance throws it out; among the rest, the conditional logits decide and not the guided
    // ones.
    auto conditional = logits({{20, 5.0F}}, -50.0F);
    auto unconditional = logits({{20, 50.0F}}, -50.0F);
    for (std::int64_t id = 0; id < 6; ++id) {
        conditional[static_cast<std::size_t>(id)] = static_cast<float>(id);
        unconditional[static_cast<std::size_t>(id)] = static_cast<float>(3 * id);
    }
    QCOMPARE(drawOne({.temperature = 0.0F, .topK = 5}, unconditional, conditional), std::int64_t{4});
}

void TestSampler::specialIdsAreNeverDrawn() {
    const auto conditional = logits({{1025, 9.0F}, {1026, 9.0F}, {1027, 9.0F}, {3, 1.0F}, {4, 0.0F}});
    for (std::int64_t row = 0; row < 200; ++row) {
        QVERIFY(drawOne({.temperature = 2.0F, .topP = 1.0F, .topK = kMinTopK}, conditional, conditional, row) < kEos);
    }
}

void TestSampler::eosIsForTheFirstChannelAlone() {
    const auto conditional = logits({{kEos, 9.0F}, {3, 1.0F}});
    QCOMPARE(drawOne({.temperature = 0.0F}, conditional, conditional), kEos);
    const auto both = twice(conditional, conditional);
    QCOMPARE(drawOne({.temperature = 0.0F}, both, both), std::int64_t{3}); // the second channel's
}

void TestSampler::eosEndsSpeechOnlyAsTheLikeliest() {
    const auto second = logits({{kEos, 1.0F}, {3, 1.01F}});
    const auto first = logits({{kEos, 1.01F}, {3, 1.0F}});
    for (std::int64_t row = 0; row < 200; ++row) {
        QCOMPARE(drawOne({.topP = 1.0F}, second, second, row) == kEos, false);
        QCOMPARE(drawOne({.topP = 1.0F}, first, first, row), kEos);
    }
}

void TestSampler::topPKeepsTheIdThatCrossesIt() {
    // Probabilities 0.5, 0.3, 0.2: with p = 0.6, the second crosses it and stays, the third goes.
    const auto conditional = logits({{10, std::log(0.5F)}, {11, std::log(0.3F)}, {12, std::log(0.2F)}});
    std::map<std::int64_t, int> counts;
    for (std::int64_t row = 0; row < 2000; ++row) {
        ++counts[drawOne({.temperature = 1.0F, .topP = 0.6F}, conditional, conditional, row)];
    }
    QCOMPARE(counts.size(), std::size_t{2});
    QVERIFY(counts.contains(10) && counts.contains(11));
}

void TestSampler::frequenciesFollowTheProbabilities() {
    const auto conditional = logits({{10, std::log(0.5F)}, {11, std::log(0.3F)}, {1000, std::log(0.2F)}});
    std::map<std::int64_t, double> share;
    constexpr int kDraws = 20000;
    for (std::int64_t row = 0; row < kDraws; ++row) {
        share[drawOne({.temperature = 1.0F, .topP = 1.0F, .seed = 99}, conditional, conditional, row)] += 1.0 / kDraws;
    }
    QVERIFY(std::abs(share[10] - 0.5) < 0.02);
    QVERIFY(std::abs(share[11] - 0.3) < 0.02);
    QVERIFY(std::abs(share[1000] - 0.2) < 0.02);
}

void TestSampler::drawsDependOnNothingButTheirPlace() {
    std::vector<float> conditional(2 * kVocab);
    for (std::size_t i = 0; i < conditional.size(); ++i) {
        conditional[i] = static_cast<float>((i * 37) % 101) / 50.0F;
    }
    const SamplerOptions options{.seed = (std::uint64_t{5} << 32U) | 6U};
    Sampler used(options, kVocab, kEos);
    std::vector<std::int64_t> earlier(2);
    std::vector<std::int64_t> later(2);
    used.draw(conditional, conditional, 11, earlier);
    used.draw(conditional, conditional, 10, later);
    Sampler fresh(options, kVocab, kEos);
    std::vector<std::int64_t> alone(2);
    fresh.draw(conditional, conditional, 10, alone);
    QVERIFY(alone == later);

    // Both halves of the seed count.
    std::vector<std::int64_t> draws;
    for (const std::uint64_t seed : {std::uint64_t{6}, (std::uint64_t{5} << 32U) | 6U}) {
        for (std::int64_t row = 0; row < 20; ++row) {
            draws.push_back(drawOne({.seed = seed}, conditional, conditional, row));
        }
    }
    QVERIFY(!std::equal(draws.begin(), draws.begin() + 20, draws.begin() + 20));
}

QTEST_GUILESS_MAIN(TestSampler)
#include "test_sampler.moc"
