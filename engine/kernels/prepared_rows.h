// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace parley::kernels {

/// Activations as float32 weights and bfloat16 ones (`floats`) or packed ones (the rest) read them; owns nothing.
struct RowsView {
    std::size_t rows = 0;
    std::size_t inputs = 0;
    const float* floats = nullptr;          ///< [rows, inputs]
    const std::int8_t* values = nullptr;    ///< [blocks, rows, 32], within ±127
    const float* scales = nullptr;          ///< [blocks, rows]: value × scale is the activation
    const std::int32_t* shift8 = nullptr;   ///< [blocks, rows]: −8 × the sum of the values, for weights stored plus 8
    const std::int32_t* shift128 = nullptr; ///< the same × −128
};

/// Rows in float32 as they are, for float32 and bfloat16 weights; x [rows, inputs], contiguous.
[[nodiscard]] inline RowsView floatRows(const float* x, std::size_t rows, std::size_t inputs) noexcept {
    RowsView view;
    view.rows = rows;
    view.inputs = inputs;
    view.floats = x;
    return view;
}

/// What the matrices that are to read the rows need.
struct RowForms {
    bool floats = false;    ///< for float32 and bfloat16 weights
    bool quantized = false; ///< for packed ones
};

/// Activations that several matrices read: normalised and quantised once. Every block of 32 inputs has a scale of its
/// own, so that a large value costs only its neighbours precision.
/// reset() first; then each row is set once, different rows by different threads if that pays; then view() is read by
/// any thread. NaN and infinity come through as such. Keep the object: its memory is used again.
class PreparedRows {
public:
    void reset(std::size_t rows, std::size_t inputs, RowForms forms);

    /// Row `row` is x [inputs].
    void set(std::size_t row, const float* x);

    /// Row `row` is x / √(mean of x² + eps) · weight; x and weight [inputs].
    void setNormed(std::size_t row, const float* x, const float* weight, float eps);

    [[nodiscard]] RowsView view() const noexcept;

private:
    void quantize(std::size_t row, const float* x);

    std::size_t m_rows = 0;
    std::size_t m_inputs = 0;
    RowForms m_forms;
    std::vector<float> m_floats;
    std::vector<std::int8_t> m_values;
    std::vector<float> m_scales;
    std::vector<std::int32_t> m_shift8;
    std::vector<std::int32_t> m_shift128;
};

} // namespace parley::kernels
