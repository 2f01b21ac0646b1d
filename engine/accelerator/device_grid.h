// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

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
    void park(std::int64_t slot, std::int64_t position) { m_positions.select(0, slot).fill_(position); }

    [[nodiscard]] const at::Tensor& tokens() const noexcept { return m_tokens; } ///< [slots, C] int64: the last row
    [[nodiscard]] const at::Tensor& positions() const noexcept { return m_positions; } ///< [slots] int64: of that row

    /// drawn [count, C] for the first slots: makes it their last row, as CodeGrid::accept() would. Places stay below
    /// `rows`, however long a sequence goes on behind its end.
    void accept(const at::Tensor& drawn, std::int64_t rows);

    /// Where all slots stand, in memory of its own; and the way back, into the memory that is in use.
    [[nodiscard]] DeviceGrid copy() const;
    void restore(const DeviceGrid& earlier);

private:
    std::int64_t m_eos;
    std::int64_t m_pad;
    std::int64_t m_maxDelay;
    at::Tensor m_delay;     ///< [C] int64
    at::Tensor m_tokens;    ///< [slots, C] int64
    at::Tensor m_positions; ///< [slots] int64, as the next ones
    at::Tensor m_countdown; ///< rows left to write; −1: speech goes on
    at::Tensor m_lastStart; ///< the row from which on speech is ended
    at::Tensor m_firstRow;  ///< the row that m_fixed begins with
    at::Tensor m_fixed; ///< [slots, maxDelay + 1, C]: ids that the prompt fixes ahead, −1: none; the last row has none
};

} // namespace parley::accelerator
