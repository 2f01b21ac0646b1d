// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/codec_weights.h"
#include "codec/scratch.h"
#include "kernels/fast_conv7.h"

#include <cstdint>
#include <string>
#include <vector>

namespace parley::codec {

/// A convolution of 7 taps, as many outputs as inputs, with a third of the multiplications (kernels/fast_conv7). Its
/// results differ from Convolution's by some 3e-6 of their size.
class FastConvolution {
public:
    FastConvolution(CodecWeights& weights, const std::string& name, std::int64_t dilation);

    /// Outputs are computed so many at a time.
    [[nodiscard]] static std::int64_t rowsStep(std::int64_t dilation) noexcept {
        return static_cast<std::int64_t>(kernels::kConvTile) * dilation;
    }

    /// For `count` outputs, a multiple of rowsStep().
    [[nodiscard]] std::size_t scratchFloats(std::int64_t count) const noexcept;

    /// in [count + 6 · dilation, channels] → y [count, channels]. Takes scratchFloats(count) of the scratch.
    void operator()(const float* in, std::int64_t count, Scratch::Buffer& scratch, float* y) const;

private:
    std::int64_t m_dilation;
    kernels::ConvPoints m_points;
    std::vector<float> m_bias; ///< filled up like a StripMatrix's
};

} // namespace parley::codec
