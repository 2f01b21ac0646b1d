// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "accelerator/device_linear.h"

#include <ATen/ops/linear.h>

#include <utility>

namespace parley::accelerator {

DeviceLinear::DeviceLinear(const DeviceOps& ops, at::Tensor weight) : m_weight(std::move(weight)), m_ops(&ops) {}

DeviceLinear::DeviceLinear(const DeviceOps& ops, PackedMatrix matrix) : m_ops(&ops), m_packed(std::move(matrix)) {}

at::Tensor DeviceLinear::operator()(const at::Tensor& x) const {
    return m_weight.defined() ? at::linear(x, m_weight) : m_ops->multiply(x, m_packed);
}

at::Tensor DeviceLinear::gated(const at::Tensor& x) const {
    return m_weight.defined() ? m_ops->gated(at::linear(x, m_weight)) : m_ops->multiplyGated(x, m_packed);
}

} // namespace parley::accelerator
