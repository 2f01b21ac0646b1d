// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/many_rows.h"

#include "kernels/round_bf16.h"
#include "kernels/strip_fill.h"
#include "kernels/strip_product.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <memory>

namespace parley::kernels {

namespace {

/// Inputs of a piece: a strip of it is read once for every few rows, from a core's second cache.
constexpr std::size_t kPiece = 1024;

template <typename Work>
void eachPiece(std::size_t inputs, const Work& work) {
    for (std::size_t begin = 0; begin < inputs; begin += kPiece) {
        work(InputRange{begin, std::min(begin + kPiece, inputs)}, begin == 0 ? Put::Set : Put::Add);
    }
}

std::size_t pairsOf(InputRange inputs) {
    return (inputs.end - inputs.begin + 1) / 2;
}

/// What fillStripPairs() will read there, unless it is packed: that is shorter, and in one piece.
ReadNext plainPiece(const LinearWeights& weights, std::size_t strip, std::size_t begin) {
    if (isPacked(weights.format)) {
        return {};
    }
    const std::size_t columns = std::min(kStrip, weights.outputs - strip * kStrip);
    const std::size_t inputs = std::min(kPiece, weights.inputs - begin);
    const auto* const first = static_cast<const std::uint16_t*>(weights.data) + strip * kStrip * weights.inputs + begin;
    return {first, columns, inputs * sizeof *first, weights.inputs * sizeof *first};
}

/// What isn't finite stays so: it is found where results are watched.
void roundOrCut(const float* in, std::uint16_t* out, std::size_t count) {
    if (roundToBfloat16(in, out, count)) {
        return;
    }
    constexpr std::uint32_t kQuiet = 0x40; // keeps a NaN from becoming infinite with its lower half gone
    for (std::size_t k = 0; k < count; ++k) {
        const auto bits = std::bit_cast<std::uint32_t>(in[k]);
        out[k] = static_cast<std::uint16_t>(bits >> 16U | (std::isnan(in[k]) ? kQuiet : 0U));
    }
}

} // namespace

ManyRows::ManyRows(const float* x, std::size_t rows, std::size_t inputs, WeightFormat format)
    : m_floats(x), m_rows(rows), m_inputs(inputs), m_isPaired(format != WeightFormat::Float32 && multipliesBfloat16()) {
    if (!m_isPaired) {
        return;
    }
    m_pairs.resize(rows * ((inputs + 1) / 2));
    std::vector<std::uint16_t> halves(std::min(inputs, kPiece) + 1);
    std::uint32_t* to = m_pairs.data();
    eachPiece(inputs, [&](InputRange range, Put /*put*/) {
        const std::size_t count = range.end - range.begin;
        for (std::size_t row = 0; row < rows; ++row, to += pairsOf(range)) {
            halves[count] = 0; // beside an odd last one
            roundOrCut(x + row * inputs + range.begin, halves.data(), count);
            std::memcpy(to, halves.data(), pairsOf(range) * sizeof *to);
        }
    });
}

void ManyRows::multiply(const LinearWeights& weights, std::size_t begin, std::size_t end, float* y) const {
    for (std::size_t strip = begin; strip < end; ++strip) {
        m_isPaired ? multiplyHalves(weights, strip, end, y) : multiplyFloats(weights, strip, y);
    }
}

void ManyRows::multiplyFloats(const LinearWeights& weights, std::size_t strip, float* y) const {
    const std::size_t columns = std::min(kStrip, weights.outputs - strip * kStrip);
    const auto filled = std::make_unique_for_overwrite<float[]>(paddedInputs(std::min(m_inputs, kPiece)) * kStrip);
    eachPiece(m_inputs, [&](InputRange range, Put put) {
        fillStrip(weights, strip, range, filled.get());
        const TappedRows x{
            .data = m_floats + range.begin, .rows = m_rows, .stride = m_inputs, .width = range.end - range.begin};
        multiplyStrip(x, {filled.get(), columns}, {y + strip * kStrip, weights.outputs}, put);
    });
}

void ManyRows::multiplyHalves(const LinearWeights& weights, std::size_t strip, std::size_t endStrip, float* y) const {
    const std::size_t columns = std::min(kStrip, weights.outputs - strip * kStrip);
    const std::size_t longest = paddedInputs(std::min(m_inputs, kPiece)) / 2;
    const auto filled = std::make_unique_for_overwrite<std::uint32_t[]>(longest * kStrip);
    const std::uint32_t* from = m_pairs.data();
    eachPiece(m_inputs, [&](InputRange range, Put put) {
        fillStripPairs(weights, strip, range, filled.get());
        const PairRows x{.data = from, .rows = m_rows, .width = pairsOf(range)};
        const ReadNext next = range.end < m_inputs   ? plainPiece(weights, strip, range.end)
                              : strip + 1 < endStrip ? plainPiece(weights, strip + 1, 0)
                                                     : ReadNext();
        multiplyPairs(x, filled.get(), columns, {y + strip * kStrip, weights.outputs}, put, next);
        from += m_rows * pairsOf(range);
    });
}

} // namespace parley::kernels
