// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cuda/own_ops.h"

#include "cuda/number_of.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/empty.h>

#include <iterator>

namespace parley::cuda {

namespace {

/// From row to row of [N, D]; 0 where one row is for all.
std::int64_t strideOf(const at::Tensor& rows) {
    return rows.size(0) == 1 ? 0 : rows.stride(0);
}

/// False: its addends are none that the kernel takes.
bool asSet(const accelerator::NormRows& rows, NormSet& set) {
    set = {.rows = rows.x.size(0),
           .x = rows.x.mutable_data_ptr<float>(),
           .xStride = rows.x.stride(0),
           .weight = rows.weight.const_data_ptr<float>(),
           .out = rows.out.mutable_data_ptr(),
           .outStride = rows.out.stride(0)};
    for (const at::Tensor& addend : rows.addends) {
        if (addend.scalar_type() == rows.out.scalar_type() && set.first == nullptr) {
            set.first = addend.const_data_ptr();
            set.firstStride = strideOf(addend);
        } else if (addend.scalar_type() == at::kFloat && set.second == nullptr) {
            set.second = addend.const_data_ptr<float>();
            set.secondStride = strideOf(addend);
        } else {
            return false;
        }
    }
    return true;
}

} // namespace

at::Tensor OwnOps::embedTwice(const at::Tensor& table, const at::Tensor& offsets, const at::Tensor& tokens) const {
    at::Tensor out = at::empty({tokens.size(0), 2, table.size(1)}, table.options().dtype(at::kFloat));
    cuda::embedTwice({.format = numberOf(table),
                      .rows = tokens.size(0),
                      .channels = tokens.size(1),
                      .width = table.size(1),
                      .table = table.const_data_ptr(),
                      .offsets = offsets.const_data_ptr<std::int64_t>(),
                      .tokens = tokens.const_data_ptr<std::int64_t>(),
                      .out = out.mutable_data_ptr<float>()},
                     currentStream());
    return out;
}

void OwnOps::addNorm(at::ArrayRef<accelerator::NormRows> sets, double eps) const {
    AddNorm work{
        .activations = numberOf(sets.front().out), .width = sets.front().x.size(1), .eps = static_cast<float>(eps)};
    bool fits = work.width <= kMostNormed && sets.size() <= std::size(work.sets);
    for (std::size_t i = 0; fits && i < sets.size(); ++i) {
        fits = asSet(sets[i], work.sets[i]);
    }
    if (fits) {
        cuda::addNorm(work, currentStream());
    } else {
        DeviceOps::addNorm(sets, eps);
    }
}

at::Tensor OwnOps::turnAndStore(const at::Tensor& all, const accelerator::Heads& heads, const accelerator::Turn& turn,
                                const at::Tensor& positions, const at::Tensor& k, const at::Tensor& v) const {
    at::Tensor q = at::empty({all.size(0), heads.queries, heads.dim}, all.options());
    cuda::turnAndStore({.activations = numberOf(all),
                        .cache = numberOf(k),
                        .rows = all.size(0),
                        .queries = heads.queries,
                        .keys = heads.keys,
                        .dim = heads.dim,
                        .cacheRows = k.size(2),
                        .all = all.const_data_ptr(),
                        .cos = turn.cos.const_data_ptr<float>(),
                        .sin = turn.sin.const_data_ptr<float>(),
                        .positions = positions.const_data_ptr<std::int64_t>(),
                        .q = q.mutable_data_ptr(),
                        .k = k.mutable_data_ptr(),
                        .v = v.mutable_data_ptr()},
                       currentStream());
    return q;
}

accelerator::Reach OwnOps::reach(const at::Tensor& lengths, std::int64_t window) const {
    return {.lengths = lengths, .mask = {}, .window = window};
}

at::Tensor OwnOps::attendRows(backend::AttentionKind kind, const at::Tensor& q, const at::Tensor& k,
                              const at::Tensor& v, const accelerator::Reach& reach) const {
    AttendRows work{.format = numberOf(q),
                    .rows = q.size(0),
                    .keys = k.size(1),
                    .group = q.size(1) / k.size(1),
                    .dim = q.size(2),
                    .cacheRows = k.size(2),
                    .window = reach.window,
                    .lengths = reach.lengths.const_data_ptr<std::int64_t>(),
                    .q = q.const_data_ptr(),
                    .k = k.const_data_ptr(),
                    .v = v.const_data_ptr()};
    if (!canAttend(work.group, work.dim) || k.scalar_type() != q.scalar_type()) {
        return DeviceOps::attendRows(kind, q, k, v, DeviceOps::reach(reach.lengths, reach.window));
    }
    at::Tensor out = at::empty({work.rows, q.size(1) * work.dim}, q.options());
    const std::int64_t parts = attendParts(work);
    const at::Tensor between = at::empty({parts}, q.options().dtype(at::kFloat));
    work.parts = parts == 0 ? nullptr : between.mutable_data_ptr<float>();
    work.out = out.mutable_data_ptr();
    cuda::attendRows(work, currentStream());
    return out;
}

at::Tensor OwnOps::gated(const at::Tensor& both) const {
    const std::int64_t width = both.size(1) / 2;
    at::Tensor out = at::empty({both.size(0), width}, both.options());
    cuda::gated({.format = numberOf(both),
                 .rows = both.size(0),
                 .width = width,
                 .both = both.const_data_ptr(),
                 .out = out.mutable_data_ptr()},
                currentStream());
    return out;
}

at::Tensor OwnOps::draw(const at::Tensor& logits, const accelerator::SamplerTensors& options, const at::Tensor& seeds,
                        const at::Tensor& rows) const {
    at::Tensor ids = at::empty({logits.size(0), logits.size(2)}, rows.options());
    cuda::draw({.count = logits.size(0),
                .channels = logits.size(2),
                .vocab = logits.size(3),
                .eos = options.eos,
                .logits = logits.const_data_ptr<float>(),
                .cfgScale = options.cfgScale.const_data_ptr<float>(),
                .temperature = options.temperature.const_data_ptr<float>(),
                .topP = options.topP.const_data_ptr<float>(),
                .topK = options.topK.const_data_ptr<std::int64_t>(),
                .seeds = seeds.const_data_ptr<std::int64_t>(),
                .rows = rows.const_data_ptr<std::int64_t>(),
                .ids = ids.mutable_data_ptr<std::int64_t>()},
               currentStream());
    return ids;
}

void OwnOps::finishStep(const at::Tensor& logits, const at::Tensor& ids, const accelerator::StepRecord& record,
                        const accelerator::GridTensors& grid, std::int64_t rows) const {
    const auto numbers = [](const at::Tensor& tensor) { return tensor.mutable_data_ptr<std::int64_t>(); };
    cuda::finishStep({.count = ids.size(0),
                      .slots = record.drawn.size(1),
                      .channels = ids.size(1),
                      .rows = rows,
                      .eos = grid.eos,
                      .pad = grid.pad,
                      .maxDelay = grid.maxDelay,
                      .logitsEach = logits.numel() / ids.size(0),
                      .logits = logits.const_data_ptr<float>(),
                      .ids = numbers(ids),
                      .index = numbers(record.index),
                      .drawn = numbers(record.drawn),
                      .areFinite = record.areFinite.mutable_data_ptr<bool>(),
                      .delay = numbers(grid.delay),
                      .tokens = numbers(grid.tokens),
                      .positions = numbers(grid.positions),
                      .countdown = numbers(grid.countdown),
                      .lastStart = numbers(grid.lastStart),
                      .firstRow = numbers(grid.firstRow),
                      .fixed = numbers(grid.fixed)},
                     currentStream());
}

} // namespace parley::cuda
