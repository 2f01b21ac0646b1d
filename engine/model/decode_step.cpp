// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "model/decode_step.h"

#include "backend/parallel.h"
#include "backend/team.h"
#include "kernels/linear.h"
#include "kernels/row_loops.h"
#include "kernels/row_ops.h"
#include "model/finite.h"
#include "model/step_attention.h"

#include <ATen/core/Tensor.h>

#include <algorithm>

namespace parley::model {

namespace {

/// Rows of a matrix that a thread takes at a time.
std::int64_t pieceOf(const kernels::LinearWeights& weights, const backend::Team& team) {
    return static_cast<std::int64_t>(kernels::outputsPerPiece(weights, static_cast<std::size_t>(team.threads())));
}

kernels::OutputRange rangeOf(std::int64_t begin, std::int64_t end) {
    return {static_cast<std::size_t>(begin), static_cast<std::size_t>(end)};
}

/// Every row of `input` has been written: makes of it what packed weights need.
void settle(backend::Team& team, StepInput& input) {
    if (input.isQuantized) {
        team.share(static_cast<std::int64_t>(input.rows), 1, [&](std::int64_t row, std::int64_t) {
            input.quantized.set(static_cast<std::size_t>(row), input.row(row));
        });
    }
}

/// y (=, +=) input · Wᵀ, y [rows, outputs] contiguous.
void multiply(backend::Team& team, const Linear& linear, const StepInput& input, float* y, kernels::Store store) {
    const kernels::RowsView view = input.view();
    const kernels::LinearOutput out{y, linear.weights().outputs, store};
    team.share(linear.outputs(), pieceOf(linear.weights(), team), [&](std::int64_t begin, std::int64_t end) {
        kernels::multiplyRows(linear.weights(), view, rangeOf(begin, end), out);
    });
}

} // namespace

std::span<const float> DecodeStep::operator()(std::span<const std::int64_t> tokens, std::span<const DecoderRow> rows) {
    const auto isConditional = [](const DecoderRow& row) { return row.text != nullptr; };
    m_tokens = tokens;
    m_rows = rows;
    m_unconditional = std::find_if(rows.begin(), rows.end(), isConditional) - rows.begin();
    m_buffers.reset(m_weights, rowCount(), rowCount() - m_unconditional, backend::threadCount());
    backend::asTeam([this](backend::Team& team) { throughLayers(team); });
    const checkpoint::DiaConfig::Decoder& sizes = m_weights.config.decoder;
    return std::span(m_buffers.wide).first(rows.size() * static_cast<std::size_t>(sizes.channels * sizes.vocab));
}

void DecodeStep::throughLayers(backend::Team& team) {
    team.share(rowCount(), 1, [this](std::int64_t row, std::int64_t) { embed(row); });
    for (std::size_t i = 0; i < m_weights.layers.size(); ++i) {
        attendSelf(team, i);
        attendCross(team, i);
        feedForward(team, m_weights.layers[i]);
        if (m_firstBad != nullptr) {
            watch(team, i);
        }
    }
    normAll(team, m_weights.norm);
    multiply(team, m_weights.logits_dense, m_buffers.normed, m_buffers.wide.data(), kernels::Store::Set);
}

void DecodeStep::watch(backend::Team& team, std::size_t index) {
    team.share(rowCount(), 1, [&](std::int64_t row, std::int64_t) {
        if (!areFinite({x(row), static_cast<std::size_t>(m_weights.config.decoder.hidden)})) {
            std::size_t first = m_firstBad->load();
            while (index < first && !m_firstBad->compare_exchange_weak(first, index)) {
            }
        }
    });
}

Phrase DecodeStep::placeOfOverflow(std::span<const std::int64_t> tokens, std::span<const DecoderRow> rows) {
    std::atomic<std::size_t> firstBad = m_weights.layers.size();
    m_firstBad = &firstBad;
    (void)(*this)(tokens, rows);
    m_firstBad = nullptr;
    if (firstBad < m_weights.layers.size()) {
        return phrase("decoder layer %1", firstBad.load());
    }
    for (std::int64_t row = 0; row < rowCount(); ++row) {
        if (!areFinite({m_buffers.normed.row(row), m_buffers.normed.width})) {
            return phrase("the decoder's last norm");
        }
    }
    return phrase("the decoder's output layer");
}

void DecodeStep::embed(std::int64_t row) {
    const checkpoint::DiaConfig::Decoder& sizes = m_weights.config.decoder;
    const auto width = static_cast<std::size_t>(sizes.hidden);
    const void* const table = m_weights.embeddings.const_data_ptr();
    std::fill_n(x(row), width, 0.0F);
    for (std::int64_t channel = 0; channel < sizes.channels; ++channel) {
        const std::int64_t token = m_tokens[static_cast<std::size_t>(row * sizes.channels + channel)];
        const std::int64_t first = (channel * sizes.vocab + token) * sizes.hidden;
        if (m_weights.embeddings.scalar_type() == at::kFloat) {
            kernels::addRow(static_cast<const float*>(table) + first, width, x(row));
        } else {
            kernels::addRow(static_cast<const std::uint16_t*>(table) + first, width, x(row));
        }
    }
}

void DecodeStep::norm(const at::Tensor& weight, const float* from, StepInput& into, std::int64_t row) const {
    kernels::normalize(from, weight.const_data_ptr<float>(), static_cast<float>(m_weights.config.normEps), into.width,
                       into.row(row));
    if (into.isQuantized) {
        into.quantized.set(static_cast<std::size_t>(row), into.row(row));
    }
}

void DecodeStep::normAll(backend::Team& team, const at::Tensor& weight) {
    team.share(rowCount(), 1, [&](std::int64_t row, std::int64_t) { norm(weight, x(row), m_buffers.normed, row); });
}

float* DecodeStep::scores(const backend::Team& team) noexcept {
    return m_buffers.scores.data() + team.index() * m_buffers.scoresPerThread;
}

void DecodeStep::attendSelf(backend::Team& team, std::size_t index) {
    const DecoderLayer& layer = m_weights.layers[index];
    const SelfAttention& attention = layer.self_attention;
    float* const qkv = m_buffers.wide.data();
    normAll(team, layer.pre_sa_norm);
    multiply(team, attention.qkv_proj, m_buffers.normed, qkv, kernels::Store::Set);
    team.share(rowCount() * attention.kvHeads, 1, [&](std::int64_t task, std::int64_t) {
        const std::int64_t row = task / attention.kvHeads;
        const DecoderRow& sequence = m_rows[static_cast<std::size_t>(row)];
        attendSelfHead(attention, m_weights.rope, (*sequence.cache)[index],
                       {.head = task % attention.kvHeads,
                        .position = sequence.position,
                        .projected = qkv + row * attention.qkv_proj.outputs(),
                        .scores = scores(team),
                        .seen = m_buffers.seen.row(row)});
    });
    settle(team, m_buffers.seen);
    multiply(team, attention.o_proj, m_buffers.seen, m_buffers.x.data(), kernels::Store::Add);
}

void DecodeStep::attendCross(backend::Team& team, std::size_t index) {
    const DecoderLayer& layer = m_weights.layers[index];
    const CrossAttention& attention = layer.cross_attention;
    team.share(rowCount(), 1, [&](std::int64_t row, std::int64_t) {
        if (row < m_unconditional) {
            kernels::addRow(layer.unconditional.const_data_ptr<float>(), m_buffers.normed.width, x(row));
        } else {
            norm(layer.pre_ca_norm, x(row), m_buffers.crossNormed, row - m_unconditional);
        }
    });
    if (m_unconditional == rowCount()) {
        return;
    }
    float* const queries = m_buffers.wide.data();
    multiply(team, attention.q_proj, m_buffers.crossNormed, queries, kernels::Store::Set);
    team.share((rowCount() - m_unconditional) * attention.kvHeads, 1, [&](std::int64_t task, std::int64_t) {
        const std::int64_t row = task / attention.kvHeads;
        const DecoderRow& sequence = m_rows[static_cast<std::size_t>(m_unconditional + row)];
        attendCrossHead(attention, m_weights.crossRope, (*sequence.text)[index],
                        {.head = task % attention.kvHeads,
                         .position = sequence.position,
                         .projected = queries + row * attention.q_proj.outputs(),
                         .scores = scores(team),
                         .seen = m_buffers.crossSeen.row(row)});
    });
    settle(team, m_buffers.crossSeen);
    multiply(team, attention.o_proj, m_buffers.crossSeen, x(m_unconditional), kernels::Store::Add);
}

void DecodeStep::feedForward(backend::Team& team, const DecoderLayer& layer) {
    const kernels::LinearWeights& both = layer.mlp.gate_up_proj.weights();
    const std::size_t width = both.outputs / 2;
    const kernels::LinearWeights gate = kernels::sliceRows(both, 0, width);
    const kernels::LinearWeights up = kernels::sliceRows(both, width, width);
    normAll(team, layer.pre_mlp_norm);
    const kernels::RowsView view = m_buffers.normed.view();
    const kernels::LinearOutput out{m_buffers.gated.floats.data(), width};
    team.share(static_cast<std::int64_t>(width), pieceOf(gate, team), [&](std::int64_t begin, std::int64_t end) {
        kernels::multiplyGated(gate, up, view, rangeOf(begin, end), out);
    });
    settle(team, m_buffers.gated);
    multiply(team, layer.mlp.down_proj, m_buffers.gated, m_buffers.x.data(), kernels::Store::Add);
}

} // namespace parley::model
