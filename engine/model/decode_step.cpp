// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "model/decode_step.h"

#include "backend/parallel.h"
#include "backend/team.h"
#include "kernels/row_ops.h"
#include "model/step_attention.h"

#include <ATen/core/Tensor.h>

#include <algorithm>

namespace parley::model {

namespace {

/// Rows of a matrix that a thread takes at a time: enough for a long stream, few enough for all to end together.
constexpr std::int64_t kOutputsPerPiece = 64;

const float* floatsOf(const at::Tensor& tensor) {
    return tensor.const_data_ptr<float>();
}

} // namespace

std::span<const float> DecodeStep::operator()(std::span<const std::int64_t> tokens, std::span<const DecoderRow> rows) {
    const auto isConditional = [](const DecoderRow& row) { return row.text != nullptr; };
    m_rows = {tokens, rows, std::find_if(rows.begin(), rows.end(), isConditional) - rows.begin()};
    m_buffers.resize(m_weights.config, m_rows.count(), backend::threadCount());
    backend::asTeam([this](backend::Team& team) { throughLayers(team); });
    const checkpoint::DiaConfig::Decoder& sizes = m_weights.config.decoder;
    return std::span(m_buffers.wide).first(rows.size() * static_cast<std::size_t>(sizes.channels * sizes.vocab));
}

void DecodeStep::throughLayers(backend::Team& team) {
    team.share(m_rows.count(), 1, [this](std::int64_t row, std::int64_t) { embed(row); });
    for (std::size_t i = 0; i < m_weights.layers.size(); ++i) {
        attendSelf(team, i);
        attendCross(team, i);
        feedForward(team, m_weights.layers[i]);
    }
    norm(team, m_weights.norm, 0);
    project(team, m_weights.logits_dense, m_buffers.normed.data(), m_rows.count(), m_buffers.wide.data());
}

void DecodeStep::embed(std::int64_t row) {
    const checkpoint::DiaConfig::Decoder& sizes = m_weights.config.decoder;
    const auto width = static_cast<std::size_t>(sizes.hidden);
    float* const x = m_buffers.x.data() + row * sizes.hidden;
    std::fill_n(x, width, 0.0F);
    for (std::int64_t channel = 0; channel < sizes.channels; ++channel) {
        const std::int64_t token = m_rows.tokens[static_cast<std::size_t>(row * sizes.channels + channel)];
        const std::int64_t first = (channel * sizes.vocab + token) * sizes.hidden;
        const void* const table = m_weights.embeddings.const_data_ptr();
        if (m_weights.embeddings.scalar_type() == at::kFloat) {
            kernels::addRow(static_cast<const float*>(table) + first, width, x);
        } else {
            kernels::addRow(static_cast<const std::uint16_t*>(table) + first, width, x);
        }
    }
}

void DecodeStep::norm(backend::Team& team, const at::Tensor& weight, std::int64_t first) {
    const std::int64_t width = weight.size(0);
    team.share(m_rows.count() - first, 1, [&](std::int64_t row, std::int64_t) {
        const std::int64_t at = (first + row) * width;
        kernels::rmsNormRow(m_buffers.x.data() + at, floatsOf(weight), static_cast<std::size_t>(width),
                            static_cast<float>(m_weights.config.normEps), m_buffers.normed.data() + at);
    });
}

void DecodeStep::project(backend::Team& team, const Linear& linear, const float* x, std::int64_t rows, float* y) {
    team.share(linear.outputs(), kOutputsPerPiece,
               [&](std::int64_t begin, std::int64_t end) { linear.columns(x, rows, y, begin, end); });
}

void DecodeStep::addProjected(backend::Team& team, const Linear& linear, const float* x, std::int64_t rows, float* y) {
    float* const added = m_buffers.added.data();
    const std::int64_t width = linear.outputs();
    team.share(width, kOutputsPerPiece, [&](std::int64_t begin, std::int64_t end) {
        linear.columns(x, rows, added, begin, end);
        for (std::int64_t row = 0; row < rows; ++row) {
            kernels::addRow(added + row * width + begin, static_cast<std::size_t>(end - begin),
                            y + row * width + begin);
        }
    });
}

void DecodeStep::attendSelf(backend::Team& team, std::size_t index) {
    const DecoderLayer& layer = m_weights.layers[index];
    const SelfAttention& attention = layer.self_attention;
    float* const qkv = m_buffers.wide.data();
    float* const seen = m_buffers.seen.data();
    norm(team, layer.pre_sa_norm, 0);
    project(team, attention.qkv_proj, m_buffers.normed.data(), m_rows.count(), qkv);
    float* const scores = m_buffers.scores.data() + team.index() * m_buffers.scoresPerThread;
    team.share(m_rows.count() * attention.kvHeads, 1, [&](std::int64_t task, std::int64_t) {
        const std::int64_t row = task / attention.kvHeads;
        const DecoderRow& sequence = m_rows.rows[static_cast<std::size_t>(row)];
        attendSelfHead(attention, m_weights.rope, (*sequence.cache)[index], sequence.position, task % attention.kvHeads,
                       qkv + row * attention.qkv_proj.outputs(), scores,
                       seen + row * attention.heads * attention.headDim);
    });
    addProjected(team, attention.o_proj, seen, m_rows.count(), m_buffers.x.data());
}

void DecodeStep::attendCross(backend::Team& team, std::size_t index) {
    const DecoderLayer& layer = m_weights.layers[index];
    const CrossAttention& attention = layer.cross_attention;
    const std::int64_t width = m_weights.config.decoder.hidden;
    const std::int64_t first = m_rows.unconditional;
    team.share(first, 1, [&](std::int64_t row, std::int64_t) {
        kernels::addRow(floatsOf(layer.unconditional), static_cast<std::size_t>(width),
                        m_buffers.x.data() + row * width);
    });
    if (m_rows.conditional() == 0) {
        return;
    }
    float* const queries = m_buffers.wide.data();
    float* const seen = m_buffers.seen.data();
    norm(team, layer.pre_ca_norm, first);
    project(team, attention.q_proj, m_buffers.normed.data() + first * width, m_rows.conditional(), queries);
    float* const scores = m_buffers.scores.data() + team.index() * m_buffers.scoresPerThread;
    team.share(m_rows.conditional() * attention.kvHeads, 1, [&](std::int64_t task, std::int64_t) {
        const std::int64_t row = task / attention.kvHeads;
        const DecoderRow& sequence = m_rows.rows[static_cast<std::size_t>(first + row)];
        const std::int64_t place = row * attention.heads * attention.headDim;
        attendCrossHead(attention, m_weights.crossRope, (*sequence.text)[index], sequence.position,
                        task % attention.kvHeads, queries + place, scores, seen + place);
    });
    addProjected(team, attention.o_proj, seen, m_rows.conditional(), m_buffers.x.data() + first * width);
}

void DecodeStep::feedForward(backend::Team& team, const DecoderLayer& layer) {
    const std::int64_t both = layer.mlp.gate_up_proj.outputs();
    const std::int64_t width = both / 2;
    float* const gateUp = m_buffers.wide.data();
    norm(team, layer.pre_mlp_norm, 0);
    project(team, layer.mlp.gate_up_proj, m_buffers.normed.data(), m_rows.count(), gateUp);
    team.share(m_rows.count(), 1, [&](std::int64_t row, std::int64_t) {
        kernels::gateRow(gateUp + row * both, static_cast<std::size_t>(width), m_buffers.gated.data() + row * width);
    });
    addProjected(team, layer.mlp.down_proj, m_buffers.gated.data(), m_rows.count(), m_buffers.x.data());
}

} // namespace parley::model
