// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "model/step_rows.h"

#include <algorithm>

namespace parley::model {

namespace {

void growTo(std::vector<float>& buffer, std::int64_t size) {
    buffer.resize(std::max(buffer.size(), static_cast<std::size_t>(size)));
}

} // namespace

void StepBuffers::resize(const checkpoint::DiaConfig& config, std::int64_t rows, std::int64_t threads) {
    const checkpoint::DiaConfig::Decoder& sizes = config.decoder;
    const std::int64_t self = (sizes.queryHeads + 2 * sizes.kvHeads) * sizes.headDim;
    const std::int64_t cross = sizes.crossQueryHeads * sizes.crossHeadDim;
    growTo(x, rows * sizes.hidden);
    growTo(normed, rows * sizes.hidden);
    growTo(wide, rows * std::max({self, cross, 2 * sizes.ffn, sizes.channels * sizes.vocab}));
    growTo(gated, rows * sizes.ffn);
    growTo(seen, rows * std::max(sizes.queryHeads * sizes.headDim, cross));
    growTo(added, rows * sizes.hidden);
    const std::int64_t group = std::max(sizes.queryHeads / sizes.kvHeads, sizes.crossQueryHeads / sizes.crossKvHeads);
    scoresPerThread = group * std::max(sizes.maxPositions, config.encoder.maxPositions);
    growTo(scores, threads * scoresPerThread);
}

} // namespace parley::model
