// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "accelerator/device_sampler.h"

#include "sampling/philox.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/full.h>
#include <ATen/ops/ones_like.h>
#include <ATen/ops/where.h>
#include <ATen/ops/zeros.h>

#include <limits>

namespace parley::accelerator {

namespace {

constexpr double kNever = -std::numeric_limits<double>::infinity();

/// Of equals the lower id comes first, as stable sorts keep it.
at::Tensor orderOf(const at::Tensor& values) {
    return values.argsort(/*stable=*/true, /*dim=*/-1, /*descending=*/true);
}

} // namespace

DeviceSampler::DeviceSampler(std::int64_t slots, std::int64_t channels, std::int64_t vocab, std::int64_t eos,
                             at::Device device) {
    m_options.eos = eos;
    const at::TensorOptions floats = at::TensorOptions().dtype(at::kFloat).device(device);
    const at::TensorOptions numbers = floats.dtype(at::kLong);
    m_options.cfgScale = at::zeros({slots, 1, 1}, floats);
    m_options.temperature = at::zeros({slots, 1, 1}, floats);
    m_options.topP = at::full({slots, 1, 1}, 1.0, floats);
    m_options.topK = at::full({slots, 1, 1}, vocab, numbers);
    m_ids = at::arange(vocab, numbers);
    // Only channel 0 ends speech.
    const at::Tensor last = at::full({channels, 1}, eos - 1, numbers);
    last.select(0, 0).add_(1);
    m_allowed = m_ids.le(last);
}

// NOLINTNEXTLINE(readability-make-member-function-const): what the tensors hold changes
void DeviceSampler::setOptions(std::int64_t slot, const sampling::SamplerOptions& options) {
    m_options.cfgScale.select(0, slot).fill_(options.cfgScale);
    m_options.temperature.select(0, slot).fill_(options.temperature);
    m_options.topP.select(0, slot).fill_(options.topP);
    m_options.topK.select(0, slot).fill_(options.topK);
}

at::Tensor DeviceSampler::draw(const at::Tensor& logits, const at::Tensor& noise) const {
    const std::int64_t count = logits.size(0);
    const auto own = [&](const at::Tensor& all) { return all.narrow(0, 0, count); };
    const at::Tensor unconditional = logits.select(1, 0); // [count, C, V], as all that follows
    const at::Tensor conditional = logits.select(1, 1);
    // Guidance chooses; what is drawn from are the conditional logits.
    const at::Tensor guided = conditional + own(m_options.cfgScale) * (conditional - unconditional);
    const at::Tensor ranks = m_ids.expand_as(guided);
    const at::Tensor rank = ranks.new_empty(ranks.sizes()).scatter_(-1, orderOf(guided), ranks);
    const at::Tensor kept = rank.lt(own(m_options.topK)).logical_and(m_allowed);
    const at::Tensor isGreedy = own(m_options.temperature).eq(0);
    const at::Tensor warmth =
        at::where(isGreedy, at::ones_like(own(m_options.temperature)), own(m_options.temperature));
    const at::Tensor candidates = conditional.div(warmth).masked_fill(kept.logical_not(), kNever);

    const at::Tensor order = orderOf(candidates);     // ids, the most likely first
    at::Tensor sorted = candidates.gather(-1, order); // their logits
    const at::Tensor first = order.narrow(-1, 0, 1);  // [count, C, 1]
    const at::Tensor ends = first.eq(m_options.eos);  // speech ends where that is the most likely id, and only there
    sorted = sorted.masked_fill(order.eq(m_options.eos).logical_and(ends.logical_not()), kNever);

    // The id that crosses p is still kept, so what counts is the sum before it.
    const at::Tensor highest = sorted.amax(-1, /*keepdim=*/true);
    const at::Tensor shares = (sorted - highest).exp();
    const at::Tensor before = shares.cumsum(-1) - shares;
    const at::Tensor isLikely =
        before.le(own(m_options.topP) * shares.sum(-1, /*keepdim=*/true)).logical_or(own(m_options.topP).ge(1.0));
    const at::Tensor gumbel = noise.gather(-1, order).log().neg().log().neg();
    const at::Tensor values = (sorted + gumbel).masked_fill(isLikely.logical_not(), kNever);
    const at::Tensor drawn = order.gather(-1, values.argmax(-1, /*keepdim=*/true));
    return at::where(ends.logical_or(isGreedy), first, drawn).squeeze(-1);
}

void uniformNoise(std::uint64_t seed, std::int64_t row, std::int64_t vocab, std::span<float> out) {
    const sampling::PhiloxKey key{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)};
    const auto each = static_cast<std::size_t>(vocab);
    for (std::size_t channel = 0; channel * each < out.size(); ++channel) {
        for (std::size_t id = 0; id < each; id += 4) {
            const sampling::PhiloxCounter words =
                sampling::philox4x32({static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(channel),
                                      static_cast<std::uint32_t>(id / 4), 0},
                                     key);
            for (std::size_t i = 0; i < words.size() && id + i < each; ++i) {
                out[channel * each + id + i] = sampling::uniform(words[i]);
            }
        }
    }
}

} // namespace parley::accelerator
