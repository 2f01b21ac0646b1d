// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/ops_check.h"

#include "runtime/ops_comparison.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/zeros.h>

namespace parley::runtime {

namespace {

using accelerator::DeviceOps;
using accelerator::Heads;

constexpr std::int64_t kWidth = OpsComparison::kWidth;
constexpr Heads kSelf{.queries = 16, .keys = 4, .dim = 128};
constexpr Heads kCross{.queries = 16, .keys = 16, .dim = 128};
constexpr std::int64_t kCacheRows = 384;
constexpr std::int64_t kWindow = 300; // several pieces of a cache, and no whole number of them
constexpr std::int64_t kShort = 200;  // one piece, or several
constexpr double kEps = 1e-5;
constexpr std::int64_t kMostDrawn = 5; // each sequence is drawn for alone, so more would only take longer

at::Tensor numbers(at::IntArrayRef sizes, double phase) {
    return OpsComparison::numbers(sizes, phase);
}

void embeds(OpsComparison& comparison, std::int64_t rows) {
    const at::Tensor table = numbers({3 * OpsComparison::kVocab, kWidth}, 14);
    const at::Tensor offsets = at::arange(3, at::kLong) * OpsComparison::kVocab;
    const at::Tensor tokens = (at::arange(3 * rows, at::kLong) * 331).remainder(OpsComparison::kVocab).view({rows, 3});
    comparison.compare(comparison.right().embedTwice(comparison.rounded(table), offsets, tokens),
                       comparison.ops().embedTwice(comparison.there(table), offsets.to(comparison.device()),
                                                   tokens.to(comparison.device())));
}

/// Rows that lie apart in one set, then two sets at once.
void norms(OpsComparison& comparison, std::int64_t rows) {
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
    normed(comparison.right(), right, rightOut, [&](const at::Tensor& values) { return comparison.rounded(values); });
    const at::Tensor own = x.clone().to(comparison.device());
    const at::Tensor ownOut = comparison.there(at::zeros({rows, 2, kWidth}));
    normed(comparison.ops(), own, ownOut,
           [&](const at::Tensor& values) { return comparison.rounded(values).to(comparison.device()); });
    comparison.compare(right, own);
    comparison.compare(rightOut, ownOut);
}

void stores(OpsComparison& comparison, std::int64_t rows) {
    const at::Tensor all = numbers({rows, (kSelf.queries + 2 * kSelf.keys) * kSelf.dim}, 5);
    const at::Tensor angles = numbers({rows, 1, kSelf.dim / 2}, 7) * 3.0;
    const accelerator::Turn turn{angles.cos(), angles.sin()};
    const at::Tensor positions = at::arange(rows, at::kLong) * 7 + 3;
    const auto cache = [&] { return at::zeros({rows, kSelf.keys, kCacheRows, kSelf.dim}); };
    const at::Tensor k = cache();
    const at::Tensor v = cache();
    const at::Tensor q = comparison.right().turnAndStore(comparison.rounded(all), kSelf, turn, positions, k, v);
    const at::Tensor ownK = comparison.there(cache());
    const at::Tensor ownV = comparison.there(cache());
    comparison.compare(
        q, comparison.ops().turnAndStore(comparison.there(all), kSelf,
                                         {turn.cos.to(comparison.device()), turn.sin.to(comparison.device())},
                                         positions.to(comparison.device()), ownK, ownV));
    comparison.compare(k, ownK);
    comparison.compare(v, ownV);
}

void attends(OpsComparison& comparison, std::int64_t rows, const Heads& heads, std::int64_t window) {
    const at::Tensor q = numbers({rows, heads.queries, heads.dim}, 8) * 0.3;
    const at::Tensor k = numbers({rows, heads.keys, kCacheRows, heads.dim}, 9);
    const at::Tensor v = numbers({rows, heads.keys, kCacheRows, heads.dim}, 10);
    const at::Tensor lengths = (at::arange(rows, at::kLong) * 97 + 1).clamp_max(window);
    comparison.compare(comparison.right().attendRows(backend::AttentionKind::Math, comparison.rounded(q),
                                                     comparison.rounded(k), comparison.rounded(v),
                                                     comparison.right().reach(lengths, window)),
                       comparison.ops().attendRows(backend::AttentionKind::Math, comparison.there(q),
                                                   comparison.there(k), comparison.there(v),
                                                   comparison.ops().reach(lengths.to(comparison.device()), window)));
}

void gates(OpsComparison& comparison, std::int64_t rows) {
    const at::Tensor both = numbers({rows, 2 * kWidth}, 6);
    comparison.compare(comparison.right().gated(comparison.rounded(both)),
                       comparison.ops().gated(comparison.there(both)));
}

void checkRows(OpsComparison& comparison, backend::NumberFormat weights, std::int64_t rows) {
    embeds(comparison, rows);
    norms(comparison, rows);
    stores(comparison, rows);
    for (const std::int64_t window : {kWindow, kShort}) {
        attends(comparison, rows, kSelf, window);
        attends(comparison, rows, kCross, window);
    }
    gates(comparison, rows);
    if (backend::isPacked(weights)) {
        checkPackedProducts(comparison, weights, rows);
    }
    if (comparison.ops().canDraw(OpsComparison::kVocab) && rows <= kMostDrawn) {
        checkDraws(comparison, rows);
    }
    checkStepEnds(comparison, rows);
}

} // namespace

OpsErrors checkOps(const DeviceOps& ops, const backend::ComputeTarget& target,
                   std::initializer_list<std::int64_t> rows) {
    OpsComparison comparison(ops, target);
    for (const std::int64_t count : rows) {
        checkRows(comparison, target.profile.stepWeights, count);
    }
    return comparison.errors();
}

} // namespace parley::runtime
