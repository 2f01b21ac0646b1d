// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/profile.h"

#include <array>

namespace parley::backend {

namespace {

using enum NumberFormat;

constexpr std::array kCpuFormats{Float32, Bfloat16, Int8, Int4};
constexpr std::array kGpuFormats{Float16, Bfloat16, Float32, Int8, Int4};

/// What stands beside int8 and int4 weights.
NumberFormat wideFormat(DeviceKind kind, NumberFormat format) {
    if (!isPacked(format)) {
        return format;
    }
    return kind == DeviceKind::Cpu ? Bfloat16 : Float16;
}

} // namespace

std::span<const NumberFormat> formatsOf(DeviceKind kind) noexcept {
    return kind == DeviceKind::Cpu ? std::span<const NumberFormat>(kCpuFormats)
                                   : std::span<const NumberFormat>(kGpuFormats);
}

BackendProfile profileOf(DeviceKind kind, NumberFormat format) {
    const NumberFormat wide = wideFormat(kind, format);
    BackendProfile profile{.device = kind, .format = format, .weights = wide, .stepWeights = format, .cache = wide};
    switch (kind) {
    case DeviceKind::Cpu:
        break;
    case DeviceKind::Cuda:
        profile.activations = wide;
        profile.attention = AttentionKind::Fused;
        profile.attentionFallback = AttentionKind::Math;
        profile.usesOwnKernels = true;
        profile.usesGraphs = true;
        profile.codecAside = true;
        profile.syncInterval = 16; // the end is told a few steps late; what was made behind it is dropped
        break;
    case DeviceKind::Mps:
        profile.activations = wide;
        profile.attention = AttentionKind::Fused;
        profile.attentionFallback = AttentionKind::Math;
        profile.syncInterval = 8;
        // Convolutions over more than 65,536 samples fail before macOS 15.1 (pytorch issue 144445); 128 frames are
        // just as many. Every shape also keeps a compiled graph and buffers of its own.
        profile.codecWindows = {.first = 32, .later = 96, .most = 128, .isFixedShape = true};
        break;
    }
    return profile;
}

BackendProfile fallbackOf(BackendProfile profile) noexcept {
    profile.attention = profile.attentionFallback;
    profile.usesOwnKernels = false;
    profile.usesGraphs = false;
    return profile;
}

std::vector<BackendProfile> allProfiles() {
    std::vector<BackendProfile> profiles;
    for (const DeviceKind kind : {DeviceKind::Cpu, DeviceKind::Cuda, DeviceKind::Mps}) {
        for (const NumberFormat format : formatsOf(kind)) {
            profiles.push_back(profileOf(kind, format));
        }
    }
    return profiles;
}

} // namespace parley::backend
