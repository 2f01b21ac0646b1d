// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rope.h"

#include <ATen/core/Tensor.h>

namespace parley::accelerator {

/// Angles of some rows, [N, 1, H / 2] float32 each.
struct Turn {
    at::Tensor cos;
    at::Tensor sin;
};

/// model::Rope for rows at positions of their own, which a device knows.
class Rotary {
public:
    Rotary(const model::Rope& rope, at::Device device) : m_cos(rope.cos().to(device)), m_sin(rope.sin().to(device)) {}

    /// positions [N] int64, on the device.
    [[nodiscard]] Turn at(const at::Tensor& positions) const;
    /// The positions first … first + count − 1.
    [[nodiscard]] Turn from(std::int64_t first, std::int64_t count) const;

private:
    at::Tensor m_cos; ///< [positions, 1, H / 2]
    at::Tensor m_sin;
};

/// x [N, heads, H] in any format → the same, turned in float32.
[[nodiscard]] at::Tensor rotate(const at::Tensor& x, const Turn& turn);

} // namespace parley::accelerator
