// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/number_format.h"

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace parley::accelerator {

/// y = x · Wᵀ without a bias, through torch's operators for the device that the weight lies on.
class DeviceLinear {
public:
    DeviceLinear() = default;

    /// weight [out, in], float32 or a 16-bit format.
    explicit DeviceLinear(at::Tensor weight);

    /// Packs weight [out, in] float32 in int8 (a scale a row) or int4 (groups of 32 inputs), for rows of `activations`.
    DeviceLinear(const at::Tensor& weight, backend::NumberFormat format, at::Device device, at::ScalarType activations);

    /// x [rows, in] → [rows, out] in the same format.
    [[nodiscard]] at::Tensor operator()(const at::Tensor& x) const;

private:
    backend::NumberFormat m_format = backend::NumberFormat::Float32; ///< packed or not is all that matters
    at::Tensor m_weight;                                             ///< [out, in], or as the operator wants it
    at::Tensor m_scales; ///< int8: [out]; int4: [in / 32, out, 2], scale and offset
};

/// Inputs of int4 weights that share a scale.
inline constexpr std::int64_t kInt4Group = 32;

} // namespace parley::accelerator
