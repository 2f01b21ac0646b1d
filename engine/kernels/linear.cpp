// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/linear.h"

#include "kernels/linear_kernels.h"
#include "kernels/row_loops.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace parley::kernels {

namespace {

/// What a kernel makes before it is stored: [rows, kPanelRows].
struct alignas(64) Tile {
    std::array<float, kMaxLinearRows * kPanelRows> values;
};

/// The part of a range that lies in one panel.
struct Piece {
    std::size_t panel = 0; ///< the panel's first output
    std::size_t begin = 0;
    std::size_t end = 0;
};

Piece pieceAt(std::size_t begin, std::size_t end) {
    const std::size_t panel = begin / kPanelRows * kPanelRows;
    return {panel, begin, std::min(end, panel + kPanelRows)};
}

PanelKernel kernelFor(WeightFormat format, InstructionSet set) {
    const LinearKernels& kernels = linearKernels(set);
    switch (format) {
    case WeightFormat::Float32:
        return kernels.float32;
    case WeightFormat::Bfloat16:
        return kernels.bfloat16;
    case WeightFormat::Int8:
        return kernels.int8;
    case WeightFormat::Int4:
        return kernels.int4;
    }
    return nullptr;
}

/// Output n of row r goes to tile[r * kPanelRows + n - piece.panel].
void compute(PanelKernel kernel, const LinearWeights& weights, const RowsView& x, const Piece& piece, Tile& tile) {
    // Plain rows are computed from the first one on that is asked for; a packed panel only as a whole.
    const std::size_t first = isPacked(weights.format) ? piece.panel : piece.begin;
    kernel({.x = x,
            .weights = static_cast<const std::byte*>(weights.data) + rowOffset(weights, first),
            .outputs = piece.end - first,
            .out = tile.values.data() + (first - piece.panel)});
}

void store(const Tile& tile, std::size_t rows, const Piece& piece, const LinearOutput& y) {
    for (std::size_t row = 0; row < rows; ++row) {
        const float* from = tile.values.data() + row * kPanelRows;
        float* to = y.data + row * y.stride;
        for (std::size_t n = piece.begin; n < piece.end; ++n) {
            to[n] = (y.store == Store::Add ? to[n] : 0.0F) + from[n - piece.panel];
        }
    }
}

} // namespace

void multiplyRows(const LinearWeights& weights, const RowsView& x, OutputRange range, const LinearOutput& y,
                  InstructionSet set) {
    assert(weights.inputs == x.inputs && x.rows <= kMaxLinearRows && range.end <= weights.outputs);
    const PanelKernel kernel = kernelFor(weights.format, set);
    Tile tile{};
    while (range.begin < range.end) {
        const Piece piece = pieceAt(range.begin, range.end);
        compute(kernel, weights, x, piece, tile);
        store(tile, x.rows, piece, y);
        range.begin = piece.end;
    }
}

void multiplyGated(const LinearWeights& gate, const LinearWeights& up, const RowsView& x, OutputRange range,
                   const LinearOutput& y, InstructionSet set) {
    assert(gate.inputs == x.inputs && up.inputs == x.inputs && x.rows <= kMaxLinearRows);
    assert(range.end <= gate.outputs && range.end <= up.outputs);
    const PanelKernel gateKernel = kernelFor(gate.format, set);
    const PanelKernel upKernel = kernelFor(up.format, set);
    Tile gates{};
    Tile ups{};
    while (range.begin < range.end) {
        const Piece piece = pieceAt(range.begin, range.end);
        compute(gateKernel, gate, x, piece, gates);
        compute(upKernel, up, x, piece, ups);
        gateRows(gates.values.data(), ups.values.data(), x.rows * kPanelRows, gates.values.data());
        store(gates, x.rows, piece, y);
        range.begin = piece.end;
    }
}

std::size_t outputsPerPiece(const LinearWeights& weights, std::size_t threads) noexcept {
    constexpr std::size_t kPieceBytes = std::size_t{1} << 18U;
    constexpr std::size_t kPiecesPerThread = 4;
    const std::size_t panelBytes = rowOffset(weights, kPanelRows);
    const std::size_t most = panelCount(weights.outputs) / (kPiecesPerThread * threads);
    return std::max<std::size_t>(std::min(kPieceBytes / panelBytes, most), 1) * kPanelRows;
}

} // namespace parley::kernels
