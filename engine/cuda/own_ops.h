// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accelerator/device_ops.h"
#include "cuda/kernels.h"

namespace parley::cuda {

/// Parley's own kernels for NVIDIA GPUs (engine/cuda/*.cu) where they fit; torch's operators for the rest.
class OwnOps : public accelerator::DeviceOps {
public:
    [[nodiscard]] at::Tensor embedTwice(const at::Tensor& table, const at::Tensor& offsets,
                                        const at::Tensor& tokens) const override;
    void addNorm(at::ArrayRef<accelerator::NormRows> sets, double eps) const override;
    [[nodiscard]] at::Tensor turnAndStore(const at::Tensor& all, const accelerator::Heads& heads,
                                          const accelerator::Turn& turn, const at::Tensor& positions,
                                          const at::Tensor& k, const at::Tensor& v) const override;
    [[nodiscard]] accelerator::Reach reach(const at::Tensor& lengths, std::int64_t window) const override;
    [[nodiscard]] at::Tensor attendRows(backend::AttentionKind kind, const at::Tensor& q, const at::Tensor& k,
                                        const at::Tensor& v, const accelerator::Reach& reach) const override;
    [[nodiscard]] at::Tensor gated(const at::Tensor& both) const override;
    [[nodiscard]] accelerator::PackedMatrix pack(const at::Tensor& weight, backend::NumberFormat format,
                                                 at::Device device, at::ScalarType activations) const override;
    [[nodiscard]] at::Tensor multiply(const at::Tensor& x, const accelerator::PackedMatrix& matrix) const override;
    [[nodiscard]] at::Tensor multiplyGated(const at::Tensor& x, const accelerator::PackedMatrix& matrix) const override;
    [[nodiscard]] at::Tensor draw(const at::Tensor& logits, const accelerator::SamplerTensors& options,
                                  const at::Tensor& seeds, const at::Tensor& rows) const override;
    [[nodiscard]] bool canDraw(std::int64_t vocab) const noexcept override { return vocab <= kMostIds; }
    void finishStep(const at::Tensor& logits, const at::Tensor& ids, const accelerator::StepRecord& record,
                    const accelerator::GridTensors& grid, std::int64_t rows) const override;
};

/// torch's current stream of the current device.
[[nodiscard]] Stream currentStream();

} // namespace parley::cuda
