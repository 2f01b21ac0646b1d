// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/prepared_rows.h"

#include "kernels/linear_weights.h"
#include "kernels/row_loops.h"

#include <algorithm>
#include <array>

namespace parley::kernels {

void PreparedRows::reset(std::size_t rows, std::size_t inputs, RowForms forms) {
    m_rows = rows;
    m_inputs = inputs;
    m_forms = forms;
    // A normalised row is written as floats before it is quantised.
    m_floats.resize(std::max(m_floats.size(), rows * inputs));
    if (forms.quantized) {
        const std::size_t blocks = paddedInputs(inputs) / kBlock * rows;
        m_values.resize(std::max(m_values.size(), blocks * kBlock));
        m_scales.resize(std::max(m_scales.size(), blocks));
        m_shift8.resize(std::max(m_shift8.size(), blocks));
        m_shift128.resize(std::max(m_shift128.size(), blocks));
    }
}

void PreparedRows::set(std::size_t row, const float* x) {
    if (m_forms.floats) {
        std::copy_n(x, m_inputs, m_floats.data() + row * m_inputs);
    }
    if (m_forms.quantized) {
        quantize(row, x);
    }
}

void PreparedRows::setNormed(std::size_t row, const float* x, const float* weight, float eps) {
    float* const out = m_floats.data() + row * m_inputs;
    normalize(x, weight, eps, m_inputs, out);
    if (m_forms.quantized) {
        quantize(row, out);
    }
}

void PreparedRows::quantize(std::size_t row, const float* x) {
    const auto blockAt = [&](std::size_t block) {
        const std::size_t at = block * m_rows + row;
        return QuantizedRow{.values = m_values.data() + at * kBlock,
                            .scales = m_scales.data() + at,
                            .shift8 = m_shift8.data() + at,
                            .shift128 = m_shift128.data() + at,
                            .stride = m_rows};
    };
    const std::size_t whole = m_inputs / kBlock;
    quantizeBlocks(x, whole, blockAt(0));
    const std::size_t blocks = paddedInputs(m_inputs) / kBlock;
    if (whole < blocks) {
        std::array<float, kInputsStep> rest{};
        std::copy(x + whole * kBlock, x + m_inputs, rest.begin());
        quantizeBlocks(rest.data(), blocks - whole, blockAt(whole));
    }
}

RowsView PreparedRows::view() const noexcept {
    return {.rows = m_rows,
            .inputs = m_inputs,
            .floats = m_forms.floats ? m_floats.data() : nullptr,
            .values = m_forms.quantized ? m_values.data() : nullptr,
            .scales = m_scales.data(),
            .shift8 = m_shift8.data(),
            .shift128 = m_shift128.data()};
}

} // namespace parley::kernels
