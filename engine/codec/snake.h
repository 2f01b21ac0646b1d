// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/codec_weights.h"

#include <string>
#include <vector>

namespace parley::codec {

/// x + sin²(αx) / (α + 1e-9), α per channel (https://arxiv.org/abs/2006.08195).
class Snake {
public:
    Snake(CodecWeights& weights, const std::string& name);

    /// One moment after the other; x and y [count, C], may be the same.
    void operator()(const float* x, std::int64_t count, float* y) const;

private:
    std::vector<float> m_alpha;
    std::vector<float> m_scale; ///< 1 / (α + 1e-9)
};

} // namespace parley::codec
