// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "model/step_buffers.h"

#include <algorithm>

namespace parley::model {

namespace {

void growTo(std::vector<float>& buffer, std::int64_t size) {
    buffer.resize(std::max(buffer.size(), static_cast<std::size_t>(size)));
}

bool isPacked(const Linear& linear) {
    return kernels::isPacked(linear.weights().format);
}

} // namespace

void StepInput::reset(std::int64_t rowCount, std::int64_t rowWidth, bool forPacked) {
    rows = static_cast<std::size_t>(rowCount);
    width = static_cast<std::size_t>(rowWidth);
    isQuantized = forPacked;
    growTo(floats, rowCount * rowWidth);
    if (forPacked) {
        quantized.reset(rows, width, {.floats = false, .quantized = true});
    }
}

kernels::RowsView StepInput::view() const noexcept {
    kernels::RowsView view = isQuantized ? quantized.view() : kernels::RowsView();
    view.rows = rows;
    view.inputs = width;
    view.floats = floats.data();
    return view;
}

void StepBuffers::reset(const DecoderWeights& weights, std::int64_t rows, std::int64_t conditional,
                        std::int64_t threads) {
    const checkpoint::DiaConfig::Decoder& sizes = weights.config.decoder;
    const std::int64_t self = sizes.queryHeads * sizes.headDim;
    const std::int64_t cross = sizes.crossQueryHeads * sizes.crossHeadDim;
    growTo(x, rows * sizes.hidden);
    growTo(wide, rows * std::max({self + 2 * sizes.kvHeads * sizes.headDim, cross, sizes.channels * sizes.vocab}));
    const std::int64_t group = std::max(sizes.queryHeads / sizes.kvHeads, sizes.crossQueryHeads / sizes.crossKvHeads);
    scoresPerThread = group * std::max(sizes.maxPositions, weights.config.encoder.maxPositions);
    growTo(scores, threads * scoresPerThread);
    const DecoderLayer& layer = weights.layers.front(); // all layers' matrices have the same formats
    const bool anyOfNormed =
        isPacked(layer.self_attention.qkv_proj) || isPacked(layer.mlp.gate_up_proj) || isPacked(weights.logits_dense);
    normed.reset(rows, sizes.hidden, anyOfNormed);
    crossNormed.reset(conditional, sizes.hidden, isPacked(layer.cross_attention.q_proj));
    seen.reset(rows, self, isPacked(layer.self_attention.o_proj));
    crossSeen.reset(conditional, cross, isPacked(layer.cross_attention.o_proj));
    gated.reset(rows, sizes.ffn, isPacked(layer.mlp.down_proj));
}

} // namespace parley::model
