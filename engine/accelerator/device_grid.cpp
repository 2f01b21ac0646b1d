// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "accelerator/device_grid.h"

#include "backend/host_values.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/full.h>
#include <ATen/ops/where.h>
#include <ATen/ops/zeros.h>

#include <algorithm>

namespace parley::accelerator {

DeviceGrid::DeviceGrid(std::int64_t slots, const sampling::CodeRules& rules, at::Device device) {
    const at::TensorOptions numbers = at::TensorOptions().dtype(at::kLong).device(device);
    const auto channels = static_cast<std::int64_t>(rules.delay.size());
    const std::int64_t most = *std::ranges::max_element(rules.delay);
    m_tensors = {.eos = rules.eos,
                 .pad = rules.pad,
                 .maxDelay = most,
                 .delay = backend::idTensor(rules.delay, {channels}).to(device),
                 .tokens = at::full({slots, channels}, rules.bos, numbers),
                 .positions = at::zeros({slots}, numbers),
                 .countdown = at::full({slots}, -1, numbers),
                 .lastStart = at::zeros({slots}, numbers),
                 .firstRow = at::zeros({slots}, numbers),
                 .fixed = at::full({slots, most + 1, channels}, -1, numbers)};
}

void DeviceGrid::put(std::int64_t slot, const sampling::CodeGrid& grid, std::int64_t maxTokens) {
    const std::int64_t channels = m_tensors.delay.size(0);
    m_tensors.tokens.select(0, slot).copy_(backend::idTensor(grid.row(grid.rows() - 1), {channels}));
    m_tensors.positions.select(0, slot).fill_(grid.rows() - 1);
    m_tensors.countdown.select(0, slot).fill_(grid.countdown());
    m_tensors.lastStart.select(0, slot).fill_(maxTokens - m_tensors.maxDelay);
    m_tensors.firstRow.select(0, slot).fill_(grid.rows());
    const std::vector<std::int64_t> ahead = grid.fixedAhead(m_tensors.maxDelay + 1);
    m_tensors.fixed.select(0, slot).copy_(backend::idTensor(ahead, {m_tensors.maxDelay + 1, channels}));
}

DeviceGrid DeviceGrid::copy() const {
    DeviceGrid copied = *this;
    for (at::Tensor* moving : {&copied.m_tensors.tokens, &copied.m_tensors.positions, &copied.m_tensors.countdown}) {
        *moving = moving->clone();
    }
    return copied;
}

// NOLINTNEXTLINE(readability-make-member-function-const): what the tensors hold changes
void DeviceGrid::restore(const DeviceGrid& earlier) {
    m_tensors.tokens.copy_(earlier.m_tensors.tokens);
    m_tensors.positions.copy_(earlier.m_tensors.positions);
    m_tensors.countdown.copy_(earlier.m_tensors.countdown);
}

void acceptRows(const GridTensors& grid, const at::Tensor& drawn, std::int64_t rows) {
    const std::int64_t count = drawn.size(0);
    const auto own = [&](const at::Tensor& all) { return all.narrow(0, 0, count); };
    const at::Tensor row = own(grid.positions) + 1; // the one that is written, [count]
    const at::Tensor ends =
        own(grid.countdown).lt(0).logical_and(drawn.select(1, 0).eq(grid.eos).logical_or(row.ge(own(grid.lastStart))));
    const at::Tensor countdown = own(grid.countdown).masked_fill(ends, grid.maxDelay);
    const at::Tensor speaks = countdown.lt(0);
    const at::Tensor sinceEnd = (grid.maxDelay - countdown).masked_fill(speaks, -1).unsqueeze(1); // [count, 1]
    at::Tensor tokens =
        drawn.masked_fill(sinceEnd.eq(grid.delay), grid.eos).masked_fill(sinceEnd.gt(grid.delay), grid.pad);
    const at::Tensor ahead = (row - own(grid.firstRow)).clamp(0, grid.maxDelay).view({count, 1, 1});
    const at::Tensor fixed = own(grid.fixed).gather(1, ahead.expand({count, 1, grid.delay.size(0)})).squeeze(1);
    tokens = at::where(fixed.ge(0), fixed, tokens);
    own(grid.tokens).copy_(tokens);
    own(grid.countdown).copy_(countdown - countdown.gt(0).to(at::kLong));
    own(grid.positions).copy_(row.clamp_max(rows - 1));
}

} // namespace parley::accelerator
