// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/instruction_set.h"
#include "kernels/linear_weights.h"
#include "kernels/prepared_rows.h"

#include <cstddef>

namespace parley::kernels {

// y[rows, outputs] = x[rows, inputs] · Wᵀ for few rows, where the time is that of reading W from memory: it is read
// once for all rows.
//
//   PreparedRows x;                                          // kept from step to step
//   x.reset(rows, 2048, {.floats = false, .quantized = true});
//   x.setNormed(row, hidden + row * 2048, norm, 1e-5F);      // for each row
//   multiplyRows(weights, x.view(), {begin, end}, {y, stride}); // on each thread, for its share of the outputs
//
// A sum's order depends on the number of inputs, the weights' format and the instruction set alone: not on the rows
// that are computed along, nor on how the outputs are shared out. Shares that begin and end at multiples of kPanelRows
// waste no work. Sizes that don't fit each other, and forms of x that are not there, are the caller's mistake.

/// Most rows that one call takes: beyond, a blocked matrix product is faster.
inline constexpr std::size_t kMaxLinearRows = 32;

/// The outputs [begin, end).
struct OutputRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// How many outputs a thread should take at a time, in whole panels: enough for the memory to be read at full speed,
/// and few enough for all threads to end together.
[[nodiscard]] std::size_t outputsPerPiece(const LinearWeights& weights, std::size_t threads) noexcept;

/// What happens to what is in y already.
enum class Store { Set, Add };

/// Where the results go: output n of row r to data[r * stride + n].
struct LinearOutput {
    float* data = nullptr;
    std::size_t stride = 0;
    Store store = Store::Set;
};

/// y = x · Wᵀ, or y += x · Wᵀ, for the outputs in `range`. Any thread, several at once for disjoint ranges.
void multiplyRows(const LinearWeights& weights, const RowsView& x, OutputRange range, const LinearOutput& y,
                  InstructionSet set = bestInstructionSet());

/// y = silu(x · gateᵀ) · (x · upᵀ), likewise. Halves of one matrix come from sliceRows().
void multiplyGated(const LinearWeights& gate, const LinearWeights& up, const RowsView& x, OutputRange range,
                   const LinearOutput& y, InstructionSet set = bestInstructionSet());

} // namespace parley::kernels
