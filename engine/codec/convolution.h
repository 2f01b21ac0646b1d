// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/codec_weights.h"
#include "codec/scratch.h"
#include "codec/snake.h"
#include "kernels/strip_product.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <stop_token>
#include <string>

namespace parley::codec {

// Sound and what it is made from lie as [T, C] float32, contiguous: the channels of a moment together. So a convolution
// is a matrix product whose rows overlap in memory.

/// What the layers of one call share.
struct Work {
    const std::stop_token& stop; ///< looked at before each layer; throws EngineError (Cancelled)
    Scratch& scratch;
};

/// Copies the moments [first, first + count) of x [T, C] to `to`, through `snake` if there is one; zeros where x has no
/// moments.
void gather(const at::Tensor& x, const Snake* snake, std::int64_t first, std::int64_t count, float* to);

/// A convolution over time.
class Convolution {
public:
    struct Shape {
        std::int64_t channels = 0; ///< of the input
        std::int64_t taps = 1;
        std::int64_t stride = 1;
        std::int64_t padding = 0; ///< zeros on either side
        std::int64_t dilation = 1;
    };

    /// matrix [taps · channels, outputs].
    Convolution(Shape shape, kernels::StripMatrix matrix);

    /// The weights `name`.weight [outputs, channels, taps] and `name`.bias [outputs].
    [[nodiscard]] static Convolution load(CodecWeights& weights, const std::string& name, Shape shape);

    [[nodiscard]] std::int64_t channels() const noexcept { return m_shape.channels; }
    [[nodiscard]] std::int64_t outputs() const noexcept { return static_cast<std::int64_t>(m_matrix.outputs); }

    /// Inputs that `count` outputs see, from the first to the last.
    [[nodiscard]] std::int64_t seen(std::int64_t count) const noexcept {
        return (count - 1) * m_shape.stride + (m_shape.taps - 1) * m_shape.dilation + 1;
    }

    /// x [T, channels], through `before` first → [(T + 2 · padding − seen(1)) / stride + 1, outputs].
    [[nodiscard]] at::Tensor operator()(const at::Tensor& x, const Snake* before, const Work& work) const;

    /// The same for what was gathered: in [seen(count), channels] → y [count, outputs], set or added to.
    void operator()(const float* in, std::int64_t count, float* y, kernels::Put put) const {
        multiply(in, count, {0, m_matrix.strips()}, y, put);
    }

private:
    struct Strips {
        std::size_t begin;
        std::size_t end;
    };
    void multiply(const float* in, std::int64_t count, Strips strips, float* y, kernels::Put put) const;

    Shape m_shape;
    kernels::StripMatrix m_matrix;
};

} // namespace parley::codec
