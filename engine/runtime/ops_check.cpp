// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/ops_check.h"

#include "backend/host_values.h"
#include "kernels/linear.h"
#include "kernels/quantize.h"
#include "runtime/step_comparison.h"
#include "sampling/sampler.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/full.h>
#include <ATen/ops/zeros.h>

#include <algorithm>
#include <cmath>

namespace parley::runtime {

namespace {

using accelerator::DeviceOps;
using accelerator::Heads;

constexpr std::int64_t kWidth = 2048;
constexpr Heads kSelf{.queries = 16, .keys = 4, .dim = 128};
constexpr Heads kCross{.queries = 16, .keys = 16, .dim = 128};
constexpr std::int64_t kCacheRows = 384;
constexpr std::int64_t kWindow = 300; // more than one piece of a cache, and no whole number of them
constexpr double kEps = 1e-5;

/// Numbers within ±1 that follow no pattern a kernel could have, the same everywhere.
at::Tensor numbers(at::IntArrayRef sizes, double phase) {
    const at::Tensor flat = at::arange(c10::multiply_integers(sizes), at::kDouble);
    return (flat * flat * 0.00073 + flat * 1.7 + phase).sin().to(at::kFloat).view(sizes);
}

/// One target's numbers beside the right ones.
class Check {
public:
    Check(const DeviceOps& ops, const backend::ComputeTarget& target)
        : m_ops(ops), m_device(target.device), m_format(backend::scalarType(target.profile.activations)),
          m_packed(target.profile.stepWeights) {}

    void run(std::int64_t rows) {
        embeds(rows);
        norms(rows);
        stores(rows);
        attends(rows, kSelf);
        attends(rows, kCross);
        compare(m_right.gated(rounded(numbers({rows, 2 * kWidth}, 6))),
                m_ops.gated(there(numbers({rows, 2 * kWidth}, 6))));
        if (backend::isPacked(m_packed)) {
            multiplies(rows);
        }
        if (m_ops.canDraw(kVocab) && rows <= kMostDrawn) {
            draws(rows);
        }
        finishes(rows);
    }
    [[nodiscard]] const OpsErrors& errors() const noexcept { return m_errors; }

private:
    static constexpr std::int64_t kChannels = 9;
    static constexpr std::int64_t kVocab = 1028;
    static constexpr std::int64_t kEos = 1024;
    static constexpr std::int64_t kMostDrawn = 5; ///< each is drawn alone, so more would only take longer
    static constexpr std::int64_t kDelay = 15;

    /// As the device is given them, and the same on the CPU in float32.
    [[nodiscard]] at::Tensor there(const at::Tensor& values) const { return values.to(m_format).to(m_device); }
    [[nodiscard]] at::Tensor rounded(const at::Tensor& values) const { return values.to(m_format).to(at::kFloat); }

    void compare(const at::Tensor& right, const at::Tensor& measured) {
        const Difference off = difference(backend::floatsOf(right), backend::floatsOf(measured.to(at::kFloat)));
        m_errors.largest = std::max(m_errors.largest, off.largest);
    }

    void embeds(std::int64_t rows) {
        const at::Tensor table = numbers({3 * kVocab, kWidth}, 14);
        const at::Tensor offsets = at::arange(3, at::kLong) * kVocab;
        const at::Tensor tokens = (at::arange(3 * rows, at::kLong) * 331).remainder(kVocab).view({rows, 3});
        compare(m_right.embedTwice(rounded(table), offsets, tokens),
                m_ops.embedTwice(there(table), offsets.to(m_device), tokens.to(m_device)));
    }

    /// Rows that lie apart in one set, then two sets at once.
    void norms(std::int64_t rows) {
        const at::Tensor x = numbers({rows, 2, kWidth}, 1);
        const at::Tensor first = numbers({rows, kWidth}, 2);
        const at::Tensor second = numbers({1, kWidth}, 3);
        const at::Tensor weight = numbers({kWidth}, 4);
        const auto normed = [&](const DeviceOps& ops, const at::Tensor& all, const at::Tensor& out, auto place) {
            const at::Tensor addend = place(first).to(out.scalar_type());
            ops.addNorm({{all.select(1, 1), {addend, place(second)}, place(weight), out.select(1, 1)}}, kEps);
            ops.addNorm({{all.select(1, 1), {addend}, place(weight), out.select(1, 1)},
                         {all.select(1, 0), {}, place(weight), out.select(1, 0)}},
                        kEps);
        };
        const at::Tensor right = x.clone();
        const at::Tensor rightOut = at::zeros({rows, 2, kWidth});
        normed(m_right, right, rightOut, [&](const at::Tensor& values) { return rounded(values); });
        const at::Tensor own = x.clone().to(m_device);
        const at::Tensor ownOut = there(at::zeros({rows, 2, kWidth}));
        normed(m_ops, own, ownOut, [&](const at::Tensor& values) { return rounded(values).to(m_device); });
        compare(right, own);
        compare(rightOut, ownOut);
    }

    void stores(std::int64_t rows) {
        const at::Tensor all = numbers({rows, (kSelf.queries + 2 * kSelf.keys) * kSelf.dim}, 5);
        const at::Tensor angles = numbers({rows, 1, kSelf.dim / 2}, 7) * 3.0;
        const accelerator::Turn turn{angles.cos(), angles.sin()};
        const at::Tensor positions = at::arange(rows, at::kLong) * 7 + 3;
        const auto cache = [&] { return at::zeros({rows, kSelf.keys, kCacheRows, kSelf.dim}); };
        const at::Tensor k = cache();
        const at::Tensor v = cache();
        const at::Tensor q = m_right.turnAndStore(rounded(all), kSelf, turn, positions, k, v);
        const at::Tensor ownK = there(cache());
        const at::Tensor ownV = there(cache());
        compare(q, m_ops.turnAndStore(there(all), kSelf, {turn.cos.to(m_device), turn.sin.to(m_device)},
                                      positions.to(m_device), ownK, ownV));
        compare(k, ownK);
        compare(v, ownV);
    }

    void attends(std::int64_t rows, const Heads& heads) {
        const at::Tensor q = numbers({rows, heads.queries, heads.dim}, 8) * 0.3;
        const at::Tensor k = numbers({rows, heads.keys, kCacheRows, heads.dim}, 9);
        const at::Tensor v = numbers({rows, heads.keys, kCacheRows, heads.dim}, 10);
        const at::Tensor lengths = (at::arange(rows, at::kLong) * 97 + 1).clamp_max(kWindow);
        compare(m_right.attendRows(backend::AttentionKind::Math, rounded(q), rounded(k), rounded(v),
                                   m_right.reach(lengths, kWindow)),
                m_ops.attendRows(backend::AttentionKind::Math, there(q), there(k), there(v),
                                 m_ops.reach(lengths.to(m_device), kWindow)));
    }

    void multiplies(std::int64_t rows) {
        constexpr std::int64_t kOutputs = 83; // no whole number of anything
        const at::Tensor x = rounded(numbers({rows, kWidth}, 11));
        const at::Tensor weight = numbers({kOutputs, kWidth}, 12);
        const kernels::LinearWeights plain{kernels::WeightFormat::Float32, kOutputs, kWidth, weight.const_data_ptr()};
        const auto format =
            m_packed == backend::NumberFormat::Int8 ? kernels::WeightFormat::Int8 : kernels::WeightFormat::Int4;
        const auto bytes = static_cast<std::int64_t>(kernels::packedBytes(format, kOutputs, kWidth));
        const at::Tensor packed = at::empty({bytes}, at::kByte);
        kernels::packPanels(plain, format, 0, kernels::panelCount(kOutputs),
                            static_cast<std::byte*>(packed.mutable_data_ptr()));
        kernels::PreparedRows prepared;
        prepared.reset(static_cast<std::size_t>(rows), kWidth, {.floats = false, .quantized = true});
        for (std::int64_t row = 0; row < rows; ++row) {
            prepared.set(static_cast<std::size_t>(row), x.const_data_ptr<float>() + row * kWidth);
        }
        const at::Tensor right = at::empty({rows, kOutputs}, at::kFloat);
        kernels::multiplyRows({format, kOutputs, kWidth, packed.const_data_ptr()}, prepared.view(), {0, kOutputs},
                              {right.mutable_data_ptr<float>(), kOutputs});
        compare(right, m_ops.multiply(there(x), m_ops.pack(weight, m_packed, m_device, m_format)));
    }

    void draws(std::int64_t count) {
        const at::Tensor logits = numbers({count, 2, kChannels, kVocab}, 13) * 6.0;
        const auto fill = [&](double value, at::ScalarType type) {
            return at::empty({count, 1, 1}, at::kFloat).fill_(value).to(type).to(m_device);
        };
        const sampling::SamplerOptions options{.temperature = 1.8F};
        const accelerator::SamplerTensors there{fill(options.cfgScale, at::kFloat),
                                                fill(options.temperature, at::kFloat), fill(options.topP, at::kFloat),
                                                fill(static_cast<double>(options.topK), at::kLong), kEos};
        const at::Tensor seeds = at::arange(count, at::kLong) + 5;
        const at::Tensor at = at::arange(count, at::kLong) * 31;
        const std::vector<std::int64_t> drawn =
            backend::idsOf(m_ops.draw(logits.to(m_device), there, seeds.to(m_device), at.to(m_device)));
        std::vector<std::int64_t> right;
        for (std::int64_t i = 0; i < count; ++i) {
            sampling::SamplerOptions own = options;
            own.seed = static_cast<std::uint64_t>(i + 5);
            std::vector<std::int64_t> ids(kChannels);
            const std::vector<float> both = backend::floatsOf(logits.select(0, i));
            const auto half = std::span<const float>(both).first(both.size() / 2);
            sampling::Sampler(own, kVocab, kEos)
                .draw(half, std::span<const float>(both).last(half.size()), i * 31, ids);
            right.insert(right.end(), ids.begin(), ids.end());
        }
        double others = 0;
        for (std::size_t i = 0; i < right.size(); ++i) {
            others += drawn.at(i) == right[i] ? 0 : 1;
        }
        m_errors.otherDraws = std::max(m_errors.otherDraws, others / static_cast<double>(right.size()));
    }

    /// Sequences that speak, end now, and have ended; in the middle of a row that is partly fixed.
    void finishes(std::int64_t count) {
        const auto finished = [&](const DeviceOps& ops, at::Device device) {
            const auto values = [&](std::int64_t from, std::int64_t times) {
                return (at::arange(count, at::kLong) * times + from).to(device);
            };
            const at::Tensor ids = (at::arange(count * kChannels, at::kLong) * 7).view({count, kChannels}).to(device);
            ids.select(0, 0).select(0, 0).fill_(kEos);
            const at::Tensor logits = at::zeros({count, 2, kChannels, kVocab}, ids.options().dtype(at::kFloat));
            logits.select(0, count - 1).select(0, 1).select(0, kChannels - 1).select(0, kVocab - 1).fill_(NAN);
            const at::Tensor fixed = at::full({count, kDelay + 1, kChannels}, -1, ids.options());
            fixed.select(1, 2).select(1, 4).fill_(17);
            const accelerator::GridTensors grid{.eos = kEos,
                                                .pad = kEos + 1,
                                                .maxDelay = kDelay,
                                                .delay = at::arange(kChannels, at::kLong).to(device) + 1,
                                                .tokens = at::zeros({count, kChannels}, ids.options()),
                                                .positions = values(40, 3),
                                                .countdown = values(-1, 1).clamp_max(kDelay),
                                                .lastStart = values(100, 0),
                                                .firstRow = values(39, 3),
                                                .fixed = fixed};
            const accelerator::StepRecord record{.index = values(1, 0).narrow(0, 0, 1).contiguous(),
                                                 .drawn = at::zeros({2, count, kChannels}, ids.options()),
                                                 .areFinite = at::zeros({2, count}, ids.options().dtype(at::kBool))};
            ops.finishStep(logits, ids, record, grid, 60);
            return at::cat({grid.tokens.flatten(), grid.positions, grid.countdown, record.drawn.flatten(),
                            record.areFinite.flatten().to(at::kLong) * 1000})
                .to(at::kFloat);
        };
        compare(finished(m_right, at::kCPU), finished(m_ops, m_device));
    }

    const DeviceOps& m_ops;
    const DeviceOps& m_right = accelerator::torchOps();
    at::Device m_device;
    at::ScalarType m_format;
    backend::NumberFormat m_packed;
    OpsErrors m_errors;
};

} // namespace

OpsErrors checkOps(const DeviceOps& ops, const backend::ComputeTarget& target) {
    Check check(ops, target);
    for (const std::int64_t rows : {1, 2, 5, 18}) {
        check.run(rows);
    }
    return check.errors();
}

} // namespace parley::runtime
