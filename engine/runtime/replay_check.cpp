// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/replay_check.h"

#include "accelerator/stepper.h"
#include "files/stop.h"
#include "runtime/code_rules.h"

#include <ATen/core/Tensor.h>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace parley::runtime {

namespace {

constexpr std::int64_t kSequences = 2;
/// Few: where a library takes another sum for what is recorded, the same speech goes on for dozens of rows, and what a
/// recording gets wrong shows in its first ones.
constexpr std::int64_t kSteps = 8;

/// What was drawn, [steps, sequences, C].
std::vector<std::int64_t> spoken(const accelerator::Network& network, const model::TextMemory& text,
                                 accelerator::GraphMaker makeGraph, const std::stop_token& stop) {
    const sampling::CodeRules rules = rulesOf(network.config());
    const std::int64_t maxTokens = kSteps + rules.delay.back() + 2;
    accelerator::Stepper stepper(network, rules, std::move(makeGraph));
    for (std::int64_t i = 0; i < kSequences; ++i) {
        const std::int64_t slot = stepper.acquire(maxTokens, text);
        stepper.start(slot, sampling::CodeGrid(rules, {}, maxTokens), maxTokens,
                      {.seed = static_cast<std::uint64_t>(i + 1)});
    }
    files::throwIfStopped(stop);
    return stepper.run(kSteps).ids;
}

} // namespace

double replayDifference(const accelerator::Network& network, const accelerator::GraphMaker& makeGraph,
                        std::span<const std::uint8_t> text, const std::stop_token& stop) {
    if (!makeGraph) {
        return 0;
    }
    const model::TextMemory memory = network.read(text, stop);
    const std::vector<std::int64_t> stepped = spoken(network, memory, {}, stop);
    const std::vector<std::int64_t> replayed = spoken(network, memory, makeGraph, stop);
    const auto channels = static_cast<std::size_t>(network.config().decoder.channels);
    double others = 0;
    for (std::size_t i = 0; i < stepped.size(); i += channels) {
        others += std::equal(stepped.begin() + static_cast<std::ptrdiff_t>(i),
                             stepped.begin() + static_cast<std::ptrdiff_t>(i + channels),
                             replayed.begin() + static_cast<std::ptrdiff_t>(i))
                      ? 0
                      : 1;
    }
    return others * static_cast<double>(channels) / static_cast<double>(stepped.size());
}

} // namespace parley::runtime
