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

DeviceGrid::DeviceGrid(std::int64_t slots, const sampling::CodeRules& rules, at::Device device)
    : m_eos(rules.eos), m_pad(rules.pad), m_maxDelay(*std::ranges::max_element(rules.delay)),
      m_delay(backend::idTensor(rules.delay, {static_cast<std::int64_t>(rules.delay.size())}).to(device)) {
    const at::TensorOptions numbers = at::TensorOptions().dtype(at::kLong).device(device);
    const std::int64_t channels = m_delay.size(0);
    m_tokens = at::full({slots, channels}, rules.bos, numbers);
    m_positions = at::zeros({slots}, numbers);
    m_countdown = at::full({slots}, -1, numbers);
    m_lastStart = at::zeros({slots}, numbers);
    m_firstRow = at::zeros({slots}, numbers);
    m_fixed = at::full({slots, m_maxDelay + 1, channels}, -1, numbers);
}

void DeviceGrid::put(std::int64_t slot, const sampling::CodeGrid& grid, std::int64_t maxTokens) {
    m_tokens.select(0, slot).copy_(backend::idTensor(grid.row(grid.rows() - 1), {m_delay.size(0)}));
    m_positions.select(0, slot).fill_(grid.rows() - 1);
    m_countdown.select(0, slot).fill_(grid.countdown());
    m_lastStart.select(0, slot).fill_(maxTokens - m_maxDelay);
    m_firstRow.select(0, slot).fill_(grid.rows());
    const std::vector<std::int64_t> ahead = grid.fixedAhead(m_maxDelay + 1);
    m_fixed.select(0, slot).copy_(backend::idTensor(ahead, {m_maxDelay + 1, m_delay.size(0)}));
}

void DeviceGrid::accept(const at::Tensor& drawn, std::int64_t rows) {
    const std::int64_t count = drawn.size(0);
    const auto own = [&](const at::Tensor& all) { return all.narrow(0, 0, count); };
    const at::Tensor row = own(m_positions) + 1; // the one that is written, [count]
    const at::Tensor ends =
        own(m_countdown).lt(0).logical_and(drawn.select(1, 0).eq(m_eos).logical_or(row.ge(own(m_lastStart))));
    const at::Tensor countdown = own(m_countdown).masked_fill(ends, m_maxDelay);
    const at::Tensor speaks = countdown.lt(0);
    const at::Tensor sinceEnd = (m_maxDelay - countdown).masked_fill(speaks, -1).unsqueeze(1); // [count, 1]
    at::Tensor tokens = drawn.masked_fill(sinceEnd.eq(m_delay), m_eos).masked_fill(sinceEnd.gt(m_delay), m_pad);
    const at::Tensor ahead = (row - own(m_firstRow)).clamp(0, m_maxDelay).view({count, 1, 1});
    const at::Tensor fixed = own(m_fixed).gather(1, ahead.expand({count, 1, m_delay.size(0)})).squeeze(1);
    tokens = at::where(fixed.ge(0), fixed, tokens);
    own(m_tokens).copy_(tokens);
    own(m_countdown).copy_(countdown - countdown.gt(0).to(at::kLong));
    own(m_positions).copy_(row.clamp_max(rows - 1));
}

DeviceGrid DeviceGrid::copy() const {
    DeviceGrid copied = *this;
    for (at::Tensor* moving : {&copied.m_tokens, &copied.m_positions, &copied.m_countdown}) {
        *moving = moving->clone();
    }
    return copied;
}

void DeviceGrid::restore(const DeviceGrid& earlier) {
    m_tokens.copy_(earlier.m_tokens);
    m_positions.copy_(earlier.m_positions);
    m_countdown.copy_(earlier.m_countdown);
}

} // namespace parley::accelerator
