// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accelerator/device_ops.h"

#include <ATen/core/Tensor.h>

namespace parley::accelerator {

/// y = x · Wᵀ without a bias, on the device that the weight lies on.
class DeviceLinear {
public:
    DeviceLinear() = default;

    /// weight [out, in], float32 or a 16-bit format. `ops` lives longer.
    DeviceLinear(const DeviceOps& ops, at::Tensor weight);

    /// matrix of ops.pack(). `ops` lives longer.
    DeviceLinear(const DeviceOps& ops, PackedMatrix matrix);

    /// x [rows, in] → [rows, out] in the same format.
    [[nodiscard]] at::Tensor operator()(const at::Tensor& x) const;

    /// DeviceOps::gated() of it, [rows, out / 2].
    [[nodiscard]] at::Tensor gated(const at::Tensor& x) const;

private:
    at::Tensor m_weight; ///< [out, in]; undefined where it is packed
    const DeviceOps* m_ops = nullptr;
    PackedMatrix m_packed;
};

} // namespace parley::accelerator
