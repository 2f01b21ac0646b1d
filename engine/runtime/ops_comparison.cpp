// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/ops_comparison.h"

#include "backend/host_values.h"
#include "runtime/step_comparison.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/arange.h>

#include <algorithm>

namespace parley::runtime {

OpsComparison::OpsComparison(const accelerator::DeviceOps& ops, const backend::ComputeTarget& target)
    : m_ops(ops), m_device(target.device), m_format(backend::scalarType(target.profile.activations)) {}

at::Tensor OpsComparison::numbers(at::IntArrayRef sizes, double phase) {
    const at::Tensor flat = at::arange(c10::multiply_integers(sizes), at::kDouble);
    return (flat * flat * 0.00073 + flat * 1.7 + phase).sin().to(at::kFloat).view(sizes);
}

void OpsComparison::compare(const at::Tensor& right, const at::Tensor& measured) {
    const Difference off = difference(backend::floatsOf(right), backend::floatsOf(measured.to(at::kFloat)));
    m_errors.largest = std::max(m_errors.largest, off.largest);
}

void OpsComparison::compareDraws(double otherDraws) {
    m_errors.otherDraws = std::max(m_errors.otherDraws, otherDraws);
}

} // namespace parley::runtime
