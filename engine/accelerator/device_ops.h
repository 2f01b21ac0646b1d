// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accelerator/grid_tensors.h"
#include "accelerator/heads.h"
#include "accelerator/packed_matrix.h"
#include "accelerator/rotary.h"
#include "accelerator/sampler_tensors.h"
#include "backend/profile.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace parley::accelerator {

/// How much of their caches the rows of a step see.
struct Reach {
    at::Tensor lengths; ///< [N] int64, at least 1: the first ones
    at::Tensor mask;    ///< [N, 1, 1, window] bool, true where a row may look; undefined where lengths do
    std::int64_t window = 0;
};

/// Rows that are normed alike; they may lie apart.
struct NormRows {
    at::Tensor x;                      ///< [N, D] float32
    std::vector<at::Tensor> addends{}; ///< [N, D], or [1, D] for all: added to x where it lies
    at::Tensor weight{};               ///< [D]
    at::Tensor out{};                  ///< [N, D], in the format of activations: x / √(mean of x² + eps) · weight
};

/// What a step is made of, but for products with plain matrices: here in torch's operators, for any device. A device's
/// own kernels override what they do better, and must come to the same but for rounding. Nothing here waits for the
/// device. Thread-safe.
class DeviceOps {
public:
    DeviceOps() = default;
    virtual ~DeviceOps() = default;
    DeviceOps(const DeviceOps&) = delete;
    DeviceOps& operator=(const DeviceOps&) = delete;

    /// tokens [N, C] int64, offsets [C] int64, table [all channels' ids, D] → sums of rows tokens + offsets of the
    /// table, each of them twice: [N, 2, D] float32.
    [[nodiscard]] virtual at::Tensor embedTwice(const at::Tensor& table, const at::Tensor& offsets,
                                                const at::Tensor& tokens) const;

    /// One set of rows or two, which have no memory in common.
    virtual void addNorm(at::ArrayRef<NormRows> sets, double eps) const;

    /// all [N, (queries + 2 keys) · H], what is projected of a row: turns queries and keys, writes keys and values to
    /// row positions[n] of k and v [N, keys, rows, H]; returns the queries, [N, queries, H].
    [[nodiscard]] virtual at::Tensor turnAndStore(const at::Tensor& all, const Heads& heads, const Turn& turn,
                                                  const at::Tensor& positions, const at::Tensor& k,
                                                  const at::Tensor& v) const;

    /// lengths [N] int64, of `window` rows at most.
    [[nodiscard]] virtual Reach reach(const at::Tensor& lengths, std::int64_t window) const;

    /// q [N, queries, H], each row over its own k, v [N, keys, rows, H] → [N, queries · H]. As attend().
    [[nodiscard]] virtual at::Tensor attendRows(backend::AttentionKind kind, const at::Tensor& q, const at::Tensor& k,
                                                const at::Tensor& v, const Reach& reach) const;

    /// [N, 2F], gate and up → silu(gate) · up, [N, F].
    [[nodiscard]] virtual at::Tensor gated(const at::Tensor& both) const;

    /// weight [out, in] float32, on the CPU → int8 or int4 on `device`, for rows of `activations`.
    [[nodiscard]] virtual PackedMatrix pack(const at::Tensor& weight, backend::NumberFormat format, at::Device device,
                                            at::ScalarType activations) const;
    /// x [rows, in] → [rows, out] in the same format; `matrix` of pack().
    [[nodiscard]] virtual at::Tensor multiply(const at::Tensor& x, const PackedMatrix& matrix) const;
    /// gated() of it: [rows, out / 2].
    [[nodiscard]] virtual at::Tensor multiplyGated(const at::Tensor& x, const PackedMatrix& matrix) const;

    /// DeviceSampler's draw with noise that is made on the device: logits [count, 2, C, V] float32; seeds and rows
    /// [count] int64 (the seeds' bits), of the rows that are written → ids [count, C] int64. There is none where
    /// canDraw() says so.
    [[nodiscard]] virtual at::Tensor draw(const at::Tensor& logits, const SamplerTensors& options,
                                          const at::Tensor& seeds, const at::Tensor& rows) const;
    [[nodiscard]] virtual bool canDraw(std::int64_t /*vocab*/) const noexcept { return false; }

    /// Notes what was drawn, ids [count, C], and whether logits [count, 2, C, V] were numbers, and lets the first slots
    /// go on: acceptRows().
    virtual void finishStep(const at::Tensor& logits, const at::Tensor& ids, const StepRecord& record,
                            const GridTensors& grid, std::int64_t rows) const;
};

/// torch's operators alone.
[[nodiscard]] const DeviceOps& torchOps();

} // namespace parley::accelerator
