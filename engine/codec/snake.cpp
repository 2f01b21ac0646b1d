// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "codec/snake.h"

#include "kernels/snake.h"

#include <ATen/core/Tensor.h>

namespace parley::codec {

Snake::Snake(CodecWeights& weights, const std::string& name) {
    const std::span<const float> alphas = weights.values(name + ".alpha");
    m_alpha.assign(alphas.begin(), alphas.end());
    m_scale.reserve(m_alpha.size());
    for (const float alpha : m_alpha) {
        m_scale.push_back(1.0F / (alpha + 1e-9F));
    }
}

void Snake::operator()(const float* x, std::int64_t count, float* y) const {
    const std::size_t channels = m_alpha.size();
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        kernels::snake(x + i * channels, m_alpha.data(), m_scale.data(), channels, y + i * channels);
    }
}

} // namespace parley::codec
