// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "support/own_kernels_probe.h"

#include "backend/parallel.h"
#include "cuda/own_ops.h"
#include "runtime/ops_check.h"
#include "support/cpu_target.h"

#include <ATen/TensorOperators.h>
#include <c10/core/InferenceMode.h>

namespace parley::test {

namespace {

class Faulty final : public cuda::OwnOps {
public:
    explicit Faulty(Fault fault) : m_fault(fault) {}

    [[nodiscard]] at::Tensor embedTwice(const at::Tensor& table, const at::Tensor& offsets,
                                        const at::Tensor& tokens) const override {
        return OwnOps::embedTwice(table, offsets, m_fault == Fault::Embedding ? tokens.flip(1) : tokens);
    }
    void addNorm(at::ArrayRef<accelerator::NormRows> sets, double eps) const override {
        std::vector<accelerator::NormRows> given = sets.vec();
        if (m_fault == Fault::Norm) {
            given.front().addends.pop_back();
        }
        OwnOps::addNorm(given, eps);
    }
    [[nodiscard]] at::Tensor turnAndStore(const at::Tensor& all, const accelerator::Heads& heads,
                                          const accelerator::Turn& turn, const at::Tensor& positions,
                                          const at::Tensor& k, const at::Tensor& v) const override {
        const accelerator::Turn other{turn.cos, -turn.sin};
        return OwnOps::turnAndStore(all, heads, m_fault == Fault::Turn ? other : turn,
                                    m_fault == Fault::Store ? positions + 1 : positions, k, v);
    }
    [[nodiscard]] at::Tensor attendRows(backend::AttentionKind kind, const at::Tensor& q, const at::Tensor& k,
                                        const at::Tensor& v, const accelerator::Reach& reach) const override {
        const accelerator::Reach other{(reach.lengths - 1).clamp_min(1), reach.mask, reach.window};
        return OwnOps::attendRows(kind, q, k, v, m_fault == Fault::Attention ? other : reach);
    }
    [[nodiscard]] at::Tensor gated(const at::Tensor& both) const override {
        return OwnOps::gated(m_fault == Fault::Gate ? both.flip(-1) : both);
    }
    [[nodiscard]] at::Tensor multiply(const at::Tensor& x, const accelerator::PackedMatrix& matrix) const override {
        return OwnOps::multiply(m_fault == Fault::Product ? x.flip(0) : x, matrix);
    }
    [[nodiscard]] at::Tensor multiplyGated(const at::Tensor& x,
                                           const accelerator::PackedMatrix& matrix) const override {
        return OwnOps::multiplyGated(m_fault == Fault::GatedProduct ? x.flip(0) : x, matrix);
    }
    [[nodiscard]] at::Tensor draw(const at::Tensor& logits, const accelerator::SamplerTensors& options,
                                  const at::Tensor& seeds, const at::Tensor& rows) const override {
        return OwnOps::draw(logits, options, seeds, m_fault == Fault::Draw ? rows + 1 : rows);
    }
    void finishStep(const at::Tensor& logits, const at::Tensor& ids, const accelerator::StepRecord& record,
                    const accelerator::GridTensors& grid, std::int64_t rows) const override {
        OwnOps::finishStep(logits, m_fault == Fault::Finish ? ids.flip(1) : ids, record, grid, rows);
    }

private:
    Fault m_fault;
};

} // namespace

KernelErrors kernelErrors(backend::NumberFormat format, Fault fault, std::initializer_list<std::int64_t> rows) {
    const c10::InferenceMode inference;
    backend::prepareThread();
    const runtime::OpsErrors errors =
        runtime::checkOps(Faulty(fault), onTheCpu(backend::profileOf(DeviceKind::Cuda, format)), rows);
    return {errors.largest, errors.otherDraws};
}

} // namespace parley::test
