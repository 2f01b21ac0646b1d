// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "codec/fast_convolution.h"

#include "backend/parallel.h"
#include "kernels/strip_product.h"

#include <algorithm>

namespace parley::codec {

namespace {

using kernels::kConvPoints;
using kernels::kConvTile;
using kernels::kStrip;

} // namespace

FastConvolution::FastConvolution(CodecWeights& weights, const std::string& name, std::int64_t dilation)
    : m_dilation(dilation) {
    const std::span<const float> bias = weights.values(name + ".bias");
    m_bias.assign(bias.begin(), bias.end());
    const std::span<const float> weight = weights.values(name + ".weight");
    m_points = kernels::emptyPoints(m_bias.size(), m_bias.size());
    // A strip of outputs each: threads then never write to the same line of a cache.
    backend::inPieces(
        static_cast<std::int64_t>(m_bias.size()), std::int64_t{kStrip}, [&](std::int64_t begin, std::int64_t end) {
            kernels::evaluateWeights(weight, static_cast<std::size_t>(begin), static_cast<std::size_t>(end), m_points);
        });
    m_bias.resize(m_points[0].strips() * kStrip);
}

std::size_t FastConvolution::scratchFloats(std::int64_t count) const noexcept {
    const std::size_t tiles = static_cast<std::size_t>(count) / kConvTile;
    return kConvPoints * tiles * (m_points[0].inputs + kStrip);
}

void FastConvolution::operator()(const float* in, std::int64_t count, Scratch::Buffer& scratch, float* y) const {
    const std::size_t channels = m_points[0].inputs;
    const auto dilation = static_cast<std::size_t>(m_dilation);
    const std::size_t tiles = static_cast<std::size_t>(count) / kConvTile;
    const std::size_t step = dilation * channels; // from one moment of a tile to the next
    // Tiles of a dilated convolution are interleaved: `dilation` of them share a stretch of kConvTile · dilation
    // moments.
    const auto firstMoment = [&](std::size_t tile) {
        return (tile / dilation * kConvTile * dilation + tile % dilation) * channels;
    };
    float* const values = scratch.take(kConvPoints * tiles * channels); // [points, tiles, channels]
    float* const products = scratch.take(kConvPoints * tiles * kStrip); // [points, tiles, 32]
    for (std::size_t tile = 0; tile < tiles; ++tile) {
        kernels::evaluateInputs({in + firstMoment(tile), step}, channels, values + tile * channels, tiles * channels);
    }
    for (std::size_t strip = 0; strip < m_points[0].strips(); ++strip) {
        const std::size_t column = strip * kStrip;
        for (std::size_t point = 0; point < kConvPoints; ++point) {
            kernels::multiplyStrip(
                {.data = values + point * tiles * channels, .rows = tiles, .stride = channels, .width = channels},
                m_points[point].strip(strip), {products + point * tiles * kStrip, kStrip});
        }
        for (std::size_t tile = 0; tile < tiles; ++tile) {
            kernels::interpolate({products + tile * kStrip, tiles * kStrip}, m_bias.data() + column,
                                 std::min(kStrip, channels - column), y + firstMoment(tile) + column, step);
        }
    }
}

} // namespace parley::codec
