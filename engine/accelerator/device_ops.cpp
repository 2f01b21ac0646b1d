// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "accelerator/device_ops.h"

#include "accelerator/device_attention.h"
#include "accelerator/device_grid.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/embedding.h>
#include <ATen/ops/rms_norm.h>
#include <ATen/ops/silu.h>

namespace parley::accelerator {

at::Tensor DeviceOps::embedTwice(const at::Tensor& table, const at::Tensor& offsets, const at::Tensor& tokens) const {
    return at::embedding(table, tokens + offsets).to(at::kFloat).sum(-2).unsqueeze(1).repeat({1, 2, 1});
}

void DeviceOps::addNorm(at::ArrayRef<NormRows> sets, double eps) const {
    for (const NormRows& rows : sets) {
        for (const at::Tensor& addend : rows.addends) {
            rows.x.add_(addend);
        }
        rows.out.copy_(at::rms_norm(rows.x, {rows.x.size(-1)}, rows.weight, eps));
    }
}

at::Tensor DeviceOps::turnAndStore(const at::Tensor& all, const Heads& heads, const Turn& turn,
                                   const at::Tensor& positions, const at::Tensor& k, const at::Tensor& v) const {
    const std::int64_t rows = all.size(0);
    const at::Tensor split = all.view({rows, heads.queries + 2 * heads.keys, heads.dim});
    const at::Tensor turned = rotate(split.narrow(1, 0, heads.queries + heads.keys), turn);
    const at::Tensor at = positions.view({-1, 1, 1, 1}).expand({rows, heads.keys, 1, heads.dim});
    k.scatter_(2, at, turned.narrow(1, heads.queries, heads.keys).unsqueeze(2).to(k.scalar_type()));
    v.scatter_(2, at, split.narrow(1, heads.queries + heads.keys, heads.keys).unsqueeze(2).to(v.scalar_type()));
    return turned.narrow(1, 0, heads.queries);
}

Reach DeviceOps::reach(const at::Tensor& lengths, std::int64_t window) const {
    const at::Tensor mask = at::arange(window, lengths.options()).lt(lengths.unsqueeze(1)); // [N, window]
    return {.lengths = lengths, .mask = mask.view({lengths.size(0), 1, 1, window}), .window = window};
}

at::Tensor DeviceOps::attendRows(backend::AttentionKind kind, const at::Tensor& q, const at::Tensor& k,
                                 const at::Tensor& v, const Reach& reach) const {
    const std::int64_t rows = q.size(0);
    const std::int64_t keys = k.size(1);
    const auto window = [&](const at::Tensor& cache) { return cache.narrow(2, 0, reach.window).to(q.scalar_type()); };
    const at::Tensor seen =
        attend(kind, q.view({rows, keys, q.size(1) / keys, q.size(2)}), window(k), window(v), reach.mask);
    return seen.reshape({rows, -1});
}

at::Tensor DeviceOps::gated(const at::Tensor& both) const {
    const std::vector<at::Tensor> half = both.chunk(2, -1);
    return at::silu(half[0]) * half[1];
}

PackedMatrix DeviceOps::pack(const at::Tensor& weight, backend::NumberFormat format, at::Device device,
                             at::ScalarType activations) const {
    return packForTorch(weight, format, device, activations);
}

at::Tensor DeviceOps::multiply(const at::Tensor& x, const PackedMatrix& matrix) const {
    return multiplyByTorch(x, matrix);
}

at::Tensor DeviceOps::multiplyGated(const at::Tensor& x, const PackedMatrix& matrix) const {
    return gated(multiply(x, matrix));
}

at::Tensor DeviceOps::draw(const at::Tensor& /*logits*/, const SamplerTensors& /*options*/, const at::Tensor& /*seeds*/,
                           const at::Tensor& /*rows*/) const {
    return {};
}

void DeviceOps::finishStep(const at::Tensor& logits, const at::Tensor& ids, const StepRecord& record,
                           const GridTensors& grid, std::int64_t rows) const {
    const std::int64_t count = ids.size(0);
    record.drawn.narrow(1, 0, count).index_copy_(0, record.index, ids.unsqueeze(0));
    record.areFinite.narrow(1, 0, count).index_copy_(0, record.index, logits.isfinite().flatten(1).all(1).unsqueeze(0));
    acceptRows(grid, ids, rows);
}

const DeviceOps& torchOps() {
    static const DeviceOps kOps;
    return kOps;
}

} // namespace parley::accelerator
