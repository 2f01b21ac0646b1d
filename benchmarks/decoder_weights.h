// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/thread_pool.h"
#include "kernels/linear.h"
#include "kernels/quantize.h"
#include "noise.h"
#include "plain_memory.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <vector>

namespace parley::benchmarks {

struct Sizes {
    std::size_t outputs;
    std::size_t inputs;
};

// The released decoder: q, k and v, o; cross-attention's q and o; gate and up, down.
inline constexpr Sizes kLayer[] = {{3072, 2048}, {2048, 2048}, {2048, 2048}, {2048, 2048}, {16384, 2048}, {2048, 8192}};
inline constexpr Sizes kLogits = {9252, 2048};
inline constexpr std::size_t kHidden = 2048;
inline constexpr std::size_t kFfn = 8192;
inline constexpr std::size_t kMostOutputs = 16384;

/// As many values as the largest matrix has, small enough for sums of products to stay near 1.
inline std::vector<float> randomWeights() {
    return noise(kMostOutputs * kHidden, 0x1p-5F);
}

/// The first rows of x in every form that weights are multiplied with.
inline kernels::PreparedRows prepare(const std::vector<float>& x, std::size_t rows, std::size_t inputs) {
    kernels::PreparedRows out;
    out.reset(rows, inputs, {.floats = true, .quantized = true});
    for (std::size_t row = 0; row < rows; ++row) {
        out.set(row, x.data() + row * inputs);
    }
    return out;
}

/// The matrices of some of its layers and the logits in one format, with random values.
class DecoderWeights {
public:
    /// source: as randomWeights() gives them.
    DecoderWeights(kernels::WeightFormat format, std::size_t layers, const std::vector<float>& source,
                   backend::ThreadPool& pool)
        : m_format(format) {
        for (std::size_t layer = 0; layer < layers; ++layer) {
            for (const Sizes& sizes : kLayer) {
                add(sizes, source, pool);
            }
        }
        add(kLogits, source, pool);
    }

    [[nodiscard]] std::size_t bytes() const { return m_bytes; }

    /// Each matrix as it lies in memory, in the order in which they were made.
    [[nodiscard]] std::vector<std::span<const std::byte>> matrices() const {
        std::vector<std::span<const std::byte>> all;
        for (std::size_t i = 0; i < m_views.size(); ++i) {
            all.emplace_back(static_cast<const std::byte*>(m_views[i].data), m_sizes[i]);
        }
        return all;
    }

    /// Reads a copy of the index-th matrix, which has to live as long, from now on.
    void use(std::size_t index, const std::byte* copy) {
        m_views[index].data = copy;
        m_memory[index].reset();
    }

    /// All products of one step, without what lies between them.
    void multiply(const kernels::RowsView& hidden, const kernels::RowsView& ffn, std::vector<float>& y,
                  kernels::InstructionSet set, backend::ThreadPool& pool) const {
        pool.run(static_cast<std::int64_t>(m_tasks.size()), [&](std::int64_t i) {
            const Task& task = m_tasks[static_cast<std::size_t>(i)];
            const kernels::LinearWeights& w = m_views[task.matrix];
            multiplyRows(w, w.inputs == kFfn ? ffn : hidden, task.range, {y.data(), w.outputs}, set);
        });
    }

private:
    struct Task {
        std::size_t matrix;
        kernels::OutputRange range;
    };

    void add(const Sizes& sizes, const std::vector<float>& source, backend::ThreadPool& pool) {
        const kernels::LinearWeights plain = {kernels::WeightFormat::Float32, sizes.outputs, sizes.inputs,
                                              source.data()};
        kernels::LinearWeights view = {m_format, sizes.outputs, sizes.inputs, nullptr};
        const std::size_t bytes =
            isPacked(m_format) ? packedBytes(m_format, sizes.outputs, sizes.inputs) : rowOffset(view, sizes.outputs);
        m_memory.push_back(allocate(bytes));
        std::byte* const to = m_memory.back().get();
        view.data = to;
        if (isPacked(m_format)) {
            pool.run(static_cast<std::int64_t>(kernels::panelCount(sizes.outputs)), [&](std::int64_t panel) {
                const auto first = static_cast<std::size_t>(panel);
                packPanels(plain, m_format, first, first + 1, to);
            });
        } else if (m_format == kernels::WeightFormat::Float32) {
            std::memcpy(to, source.data(), bytes);
        } else {
            for (std::size_t i = 0; i < sizes.outputs * sizes.inputs; ++i) {
                std::memcpy(to + 2 * i, reinterpret_cast<const std::byte*>(source.data() + i) + 2, 2);
            }
        }
        const std::size_t each = outputsPerPiece(view, static_cast<std::size_t>(pool.threads()));
        for (std::size_t n = 0; n < sizes.outputs; n += each) {
            m_tasks.push_back({m_views.size(), {n, std::min(n + each, sizes.outputs)}});
        }
        m_bytes += bytes;
        m_sizes.push_back(bytes);
        m_views.push_back(view);
    }

    kernels::WeightFormat m_format;
    std::vector<Memory> m_memory;
    std::vector<kernels::LinearWeights> m_views;
    std::vector<std::size_t> m_sizes; ///< bytes of each
    std::vector<Task> m_tasks;
    std::size_t m_bytes = 0;
};

} // namespace parley::benchmarks
