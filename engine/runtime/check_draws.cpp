// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/host_values.h"
#include "runtime/ops_comparison.h"
#include "sampling/sampler.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/full.h>
#include <ATen/ops/zeros.h>

#include <cmath>

namespace parley::runtime {

namespace {

constexpr std::int64_t kDelay = 15;

} // namespace

void checkDraws(OpsComparison& comparison, std::int64_t count) {
    const accelerator::DeviceOps& ops = comparison.ops();
    const at::Tensor logits =
        OpsComparison::numbers({count, 2, OpsComparison::kChannels, OpsComparison::kVocab}, 13) * 6.0;
    const auto fill = [&](double value, at::ScalarType type) {
        return at::empty({count, 1, 1}, at::kFloat).fill_(value).to(type).to(comparison.device());
    };
    const sampling::SamplerOptions options{.temperature = 1.8F};
    const accelerator::SamplerTensors there{fill(options.cfgScale, at::kFloat), fill(options.temperature, at::kFloat),
                                            fill(options.topP, at::kFloat),
                                            fill(static_cast<double>(options.topK), at::kLong), OpsComparison::kEos};
    const at::Tensor seeds = at::arange(count, at::kLong) + 5;
    const at::Tensor at = at::arange(count, at::kLong) * 31;
    const std::vector<std::int64_t> drawn = backend::idsOf(
        ops.draw(logits.to(comparison.device()), there, seeds.to(comparison.device()), at.to(comparison.device())));
    std::vector<std::int64_t> right;
    for (std::int64_t i = 0; i < count; ++i) {
        sampling::SamplerOptions own = options;
        own.seed = static_cast<std::uint64_t>(i + 5);
        std::vector<std::int64_t> ids(OpsComparison::kChannels);
        const std::vector<float> both = backend::floatsOf(logits.select(0, i));
        const auto half = std::span<const float>(both).first(both.size() / 2);
        sampling::Sampler(own, OpsComparison::kVocab, OpsComparison::kEos)
            .draw(half, std::span<const float>(both).last(half.size()), i * 31, ids);
        right.insert(right.end(), ids.begin(), ids.end());
    }
    double others = 0;
    for (std::size_t i = 0; i < right.size(); ++i) {
        others += drawn.at(i) == right[i] ? 0 : 1;
    }
    comparison.compareDraws(others / static_cast<double>(right.size()));
}

/// Sequences that speak, end now, and have ended; in the middle of a row that is partly fixed.
void checkStepEnds(OpsComparison& comparison, std::int64_t count) {
    const auto finished = [&](const accelerator::DeviceOps& ops, at::Device device) {
        const auto values = [&](std::int64_t from, std::int64_t times) {
            return (at::arange(count, at::kLong) * times + from).to(device);
        };
        const at::Tensor ids = (at::arange(count * OpsComparison::kChannels, at::kLong) * 7)
                                   .view({count, OpsComparison::kChannels})
                                   .to(device);
        ids.select(0, 0).select(0, 0).fill_(OpsComparison::kEos);
        const at::Tensor logits =
            at::zeros({count, 2, OpsComparison::kChannels, OpsComparison::kVocab}, ids.options().dtype(at::kFloat));
        logits.select(0, count - 1)
            .select(0, 1)
            .select(0, OpsComparison::kChannels - 1)
            .select(0, OpsComparison::kVocab - 1)
            .fill_(NAN);
        const at::Tensor fixed = at::full({count, kDelay + 1, OpsComparison::kChannels}, -1, ids.options());
        fixed.select(1, 2).select(1, 4).fill_(17);
        const accelerator::GridTensors grid{.eos = OpsComparison::kEos,
                                            .pad = OpsComparison::kEos + 1,
                                            .maxDelay = kDelay,
                                            .delay = at::arange(OpsComparison::kChannels, at::kLong).to(device) + 1,
                                            .tokens = at::zeros({count, OpsComparison::kChannels}, ids.options()),
                                            .positions = values(40, 3),
                                            .countdown = values(-1, 1).clamp_max(kDelay),
                                            .lastStart = values(100, 0),
                                            .firstRow = values(39, 3),
                                            .fixed = fixed};
        const accelerator::StepRecord record{.index = values(1, 0).narrow(0, 0, 1).contiguous(),
                                             .drawn = at::zeros({2, count, OpsComparison::kChannels}, ids.options()),
                                             .areFinite = at::zeros({2, count}, ids.options().dtype(at::kBool))};
        ops.finishStep(logits, ids, record, grid, 60);
        return at::cat({grid.tokens.flatten(), grid.positions, grid.countdown, record.drawn.flatten(),
                        record.areFinite.flatten().to(at::kLong) * 1000})
            .to(at::kFloat);
    };
    comparison.compare(finished(comparison.right(), at::kCPU), finished(comparison.ops(), comparison.device()));
}

} // namespace parley::runtime
