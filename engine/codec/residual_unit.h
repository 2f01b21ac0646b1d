// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/convolution.h"
#include "codec/fast_convolution.h"

#include <string>
#include <variant>
#include <vector>

namespace parley::codec {

/// Whether results may differ from plain sums by more than rounding does. Codes are choices between near things, so
/// that sound is encoded exactly; sound that is heard needn't be.
enum class Precision { Exact, Fast };

/// Snake, convolution of 7 with a dilation, snake, convolution of 1; added to the input.
class ResidualUnit {
public:
    ResidualUnit(CodecWeights& weights, const std::string& name, std::int64_t channels, std::int64_t dilation,
                 Precision precision);

    /// x [T, channels] → the same.
    [[nodiscard]] at::Tensor operator()(const at::Tensor& x, const Work& work) const;

private:
    /// The moments [first, first + count) of the result to y.
    void computePiece(const at::Tensor& x, std::int64_t first, std::int64_t count, Scratch& scratch, float* y) const;

    std::int64_t m_dilation;
    Snake m_snake1;
    std::variant<Convolution, FastConvolution> m_conv1;
    Snake m_snake2;
    Convolution m_conv2;
};

/// The residual units of a block and how far they see.
struct ResidualUnits {
    ResidualUnits(CodecWeights& weights, const std::string& block, std::int64_t channels, Precision precision);

    [[nodiscard]] at::Tensor operator()(at::Tensor x, const Work& work) const;

    std::vector<ResidualUnit> units;
};

} // namespace parley::codec
