// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accelerator/device_ops.h"
#include "backend/device.h"
#include "runtime/ops_check.h"

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace parley::runtime {

/// One target's kernels beside what is right: what the parts of checkOps() share.
class OpsComparison {
public:
    static constexpr std::int64_t kWidth = 2048;
    static constexpr std::int64_t kChannels = 9;
    static constexpr std::int64_t kVocab = 1028;
    static constexpr std::int64_t kEos = 1024;

    OpsComparison(const accelerator::DeviceOps& ops, const backend::ComputeTarget& target);

    /// Numbers within ±1 that follow no pattern a kernel could have, the same everywhere.
    [[nodiscard]] static at::Tensor numbers(at::IntArrayRef sizes, double phase);
    /// As the device is given them; and the same on the CPU in float32.
    [[nodiscard]] at::Tensor there(const at::Tensor& values) const { return values.to(m_format).to(m_device); }
    [[nodiscard]] at::Tensor rounded(const at::Tensor& values) const { return values.to(m_format).to(at::kFloat); }

    void compare(const at::Tensor& right, const at::Tensor& measured);
    void compareDraws(double otherDraws);

    [[nodiscard]] const accelerator::DeviceOps& ops() const noexcept { return m_ops; }
    [[nodiscard]] const accelerator::DeviceOps& right() const noexcept { return accelerator::torchOps(); }
    [[nodiscard]] at::Device device() const noexcept { return m_device; }
    [[nodiscard]] at::ScalarType format() const noexcept { return m_format; }
    [[nodiscard]] const OpsErrors& errors() const noexcept { return m_errors; }

private:
    const accelerator::DeviceOps& m_ops;
    at::Device m_device;
    at::ScalarType m_format;
    OpsErrors m_errors;
};

/// Products with packed matrices, by the CPU's kernels.
void checkPackedProducts(OpsComparison& comparison, backend::NumberFormat format, std::int64_t rows);

/// Ids that are drawn, by the host's sampler; and how a step ends.
void checkDraws(OpsComparison& comparison, std::int64_t count);
void checkStepEnds(OpsComparison& comparison, std::int64_t count);

} // namespace parley::runtime
