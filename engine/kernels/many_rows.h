// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/linear_weights.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace parley::kernels {

// y[rows, outputs] = x[rows, inputs] · Wᵀ for many rows, where the time is that of multiplying. Weights in any format
// are brought into strips that stay in a core's second cache, a piece at a time. Where the processor multiplies
// bfloat16, weights that are no more precise than that meet activations in bfloat16; sums are float32.

/// Rows [rows, inputs] in the form in which the weights' format is multiplied. Those in float32 have to live as long.
class ManyRows {
public:
    ManyRows(const float* x, std::size_t rows, std::size_t inputs, WeightFormat format);

    /// The outputs of the strips [begin, end), 32 each, into y [rows, weights.outputs]. Any thread, several at once for
    /// different strips. A row's results don't depend on the other rows.
    void multiply(const LinearWeights& weights, std::size_t begin, std::size_t end, float* y) const;

private:
    void multiplyFloats(const LinearWeights& weights, std::size_t strip, float* y) const;
    void multiplyHalves(const LinearWeights& weights, std::size_t strip, std::size_t endStrip, float* y) const;

    const float* m_floats;
    std::size_t m_rows;
    std::size_t m_inputs;
    bool m_isPaired;
    std::vector<std::uint32_t> m_pairs; ///< per piece of inputs, [rows, piece / 2]
};

} // namespace parley::kernels
