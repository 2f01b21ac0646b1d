// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/number_format.h"
#include "parley/devices.h"

#include <cstdint>
#include <span>
#include <vector>

namespace parley::backend {

enum class AttentionKind {
    Streamed, ///< our kernels on the CPU, which read each key and value once
    Fused,    ///< torch's, which takes grouped keys and accumulates in float32
    Math,     ///< products and softmax one after the other, in float32: what is left where the fused one is wrong
};

/// Pieces in which the codec makes sound of codes.
struct CodecWindows {
    std::int64_t first = 32;   ///< frames of the first one, which is short so that sound is there soon
    std::int64_t later = 96;   ///< frames of the others, which waste less on their context
    std::int64_t most = 0;     ///< frames that the device takes at once, context included; 0: any
    bool isFixedShape = false; ///< each shape costs the device memory, so the last piece is filled up

    bool operator==(const CodecWindows&) const = default;
};

/// How a model is computed: a value apart from the device, so that each can also be tried on another one. RMSNorm,
/// softmax, logits and RoPE are float32 in all of them.
struct BackendProfile {
    DeviceKind device = DeviceKind::Cpu;              ///< that it is made for
    NumberFormat format = NumberFormat::Float32;      ///< what --dtype says
    NumberFormat weights = NumberFormat::Float32;     ///< embeddings, and matrices that are read once for a text
    NumberFormat stepWeights = NumberFormat::Float32; ///< matrices that each step reads
    NumberFormat activations = NumberFormat::Float32; ///< between layers
    NumberFormat cache = NumberFormat::Float32;       ///< keys and values
    NumberFormat codec = NumberFormat::Float32;
    AttentionKind attention = AttentionKind::Streamed;
    AttentionKind attentionFallback = AttentionKind::Streamed; ///< where the self-test finds the other one wrong
    bool usesOwnKernels = false;                               ///< for what a step does beside plain matrices
    bool usesGraphs = false;                                   ///< a whole step is captured once and replayed
    std::int64_t syncInterval = 1;                             ///< steps between two looks at whether speech has ended
    bool codecAside = false;                                   ///< sound is made while the next codes are
    CodecWindows codecWindows{};

    bool operator==(const BackendProfile&) const = default;
};

/// Whether a model is computed by torch's operators for a device (engine/accelerator), and not by our kernels for the
/// CPU.
[[nodiscard]] constexpr bool isAccelerated(const BackendProfile& profile) noexcept {
    return profile.attention != AttentionKind::Streamed;
}

/// What a kind of device computes in, if its processor does; Auto's choice among them is chooseCompute()'s.
[[nodiscard]] std::span<const NumberFormat> formatsOf(DeviceKind kind) noexcept;

/// The same without what the self-test may find wrong: our own kernels for GPUs, and the first kind of attention.
[[nodiscard]] BackendProfile fallbackOf(BackendProfile profile) noexcept;

/// The profile of a device's format, which must be among formatsOf().
[[nodiscard]] BackendProfile profileOf(DeviceKind kind, NumberFormat format);

/// All of them.
[[nodiscard]] std::vector<BackendProfile> allProfiles();

} // namespace parley::backend
