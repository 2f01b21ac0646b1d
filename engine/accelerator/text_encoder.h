// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accelerator/device_layers.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace parley::accelerator {

/// The text encoder on a device. Takes what begins with "encoder." out of the weights.
class TextEncoder {
public:
    TextEncoder(const checkpoint::DiaConfig& config, DeviceWeights& weights, const Formats& formats);

    /// At least one byte → [T, D] in the format of activations. Throws EngineError (Cancelled).
    [[nodiscard]] at::Tensor operator()(std::span<const std::uint8_t> bytes, const std::stop_token& stop) const;

private:
    struct Layer {
        at::Tensor pre_sa_norm; ///< [D]
        DeviceSelfAttention self_attention;
        at::Tensor post_sa_norm; ///< [D]
        DeviceMlp mlp;
    };

    Formats m_formats;
    Rotary m_rotary;
    at::Tensor m_embedding; ///< [256, D]
    std::vector<Layer> m_layers;
    at::Tensor m_norm; ///< [D]
};

} // namespace parley::accelerator
