// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "codec/residual_unit.h"

#include "backend/parallel.h"
#include "codec/reach.h"
#include "codec/rounding.h"
#include "files/stop.h"

#include <algorithm>
#include <utility>

namespace parley::codec {

namespace {

/// Values of a task: what is made of them then stays in a core's second cache.
constexpr std::int64_t kValuesPerTask = 52'000;

/// Fewer moments at a time would read the weights too often.
constexpr std::int64_t kLeastMoments = 144;

constexpr std::int64_t kTaps = static_cast<std::int64_t>(kernels::kConvTaps);

std::variant<Convolution, FastConvolution> loadConv1(CodecWeights& weights, const std::string& name,
                                                     std::int64_t channels, std::int64_t dilation,
                                                     Precision precision) {
    if (precision == Precision::Fast) {
        return FastConvolution(weights, name, dilation);
    }
    return Convolution::load(weights, name, {.channels = channels, .taps = kTaps, .dilation = dilation});
}

} // namespace

ResidualUnit::ResidualUnit(CodecWeights& weights, const std::string& name, std::int64_t channels, std::int64_t dilation,
                           Precision precision)
    : m_dilation(dilation), m_snake1(weights, name + ".snake1"),
      m_conv1(loadConv1(weights, name + ".conv1", channels, dilation, precision)), m_snake2(weights, name + ".snake2"),
      m_conv2(Convolution::load(weights, name + ".conv2", {.channels = channels})) {}

at::Tensor ResidualUnit::operator()(const at::Tensor& x, const Work& work) const {
    files::throwIfStopped(work.stop);
    at::Tensor out = work.scratch.tensor(x.size(0), x.size(1));
    auto* const y = out.mutable_data_ptr<float>();
    const std::int64_t channels = x.size(1);
    const std::int64_t step = FastConvolution::rowsStep(m_dilation);
    const std::int64_t piece = roundUp(std::max(kValuesPerTask / channels, kLeastMoments), step);
    backend::inPieces(x.size(0), piece, [&](std::int64_t begin, std::int64_t end) {
        computePiece(x, begin, end - begin, work.scratch, y + begin * channels);
    });
    return out;
}

void ResidualUnit::computePiece(const at::Tensor& x, std::int64_t first, std::int64_t count, Scratch& scratch,
                                float* y) const {
    const std::int64_t channels = x.size(1);
    const std::int64_t whole = roundUp(count, FastConvolution::rowsStep(m_dilation));
    const std::int64_t halo = kTaps / 2 * m_dilation;
    const auto* fast = std::get_if<FastConvolution>(&m_conv1);
    const auto inputs = static_cast<std::size_t>((whole + 2 * halo) * channels);
    const auto inners = static_cast<std::size_t>(whole * channels);
    Scratch::Buffer buffer =
        scratch.borrow(inputs + inners + (fast != nullptr ? fast->scratchFloats(whole) : std::size_t{0}));
    float* const in = buffer.take(inputs);
    float* const inner = buffer.take(inners);
    gather(x, &m_snake1, first - halo, whole + 2 * halo, in);
    if (fast != nullptr) {
        (*fast)(in, whole, buffer, inner);
    } else {
        std::get<Convolution>(m_conv1)(in, count, inner, kernels::Put::Set);
    }
    m_snake2(inner, count, inner);
    std::copy_n(x.const_data_ptr<float>() + first * channels, count * channels, y);
    m_conv2(inner, count, y, kernels::Put::Add);
}

ResidualUnits::ResidualUnits(CodecWeights& weights, const std::string& block, std::int64_t channels,
                             Precision precision) {
    for (std::size_t i = 0; i < kUnitDilations.size(); ++i) {
        units.emplace_back(weights, block + "res_unit" + std::to_string(i + 1), channels, kUnitDilations[i], precision);
    }
}

at::Tensor ResidualUnits::operator()(at::Tensor x, const Work& work) const {
    for (const ResidualUnit& unit : units) {
        x = unit(x, work);
    }
    return x;
}

} // namespace parley::codec
