// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accelerator/grid_tensors.h"
#include "sampling/code_grid.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <span>
#include <vector>

namespace parley::accelerator {

/// sampling::CodeGrid's rules for all slots at once, on a device, so that several steps go on without a look at what
/// was drawn. The grid itself, told of the same draws afterwards, comes to the same rows.
class DeviceGrid {
public:
    DeviceGrid(std::int64_t slots, const sampling::CodeRules& rules, at::Device device);

    /// Brings a slot to where `grid` stands. maxTokens: as the grid's.
    void put(std::int64_t slot, const sampling::CodeGrid& grid, std::int64_t maxTokens);

    /// Lets a slot that speaks nothing write to `position`.
    // NOLINTNEXTLINE(readability-make-member-function-const): as restore()
    void park(std::int64_t slot, std::int64_t position) { m_tensors.positions.select(0, slot).fill_(position); }

    [[nodiscard]] const GridTensors& tensors() const noexcept { return m_tensors; }

    /// Where all slots stand, in memory of its own; and the way back, into the memory that is in use.
    [[nodiscard]] DeviceGrid copy() const;
    void restore(const DeviceGrid& earlier);

private:
    GridTensors m_tensors;
};

/// drawn [count, C] for the first slots: makes it their last row, as CodeGrid::accept() would. Places stay below
/// `rows`, however long a sequence goes on behind its end.
void acceptRows(const GridTensors& grid, const at::Tensor& drawn, std::int64_t rows);

} // namespace parley::accelerator
