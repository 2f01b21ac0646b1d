// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/kernels/values.h"
#include "kernels/linear.h"
#include "kernels/quantize.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace parley::test {

/// Numbers all over ±1; every 37th one is 50 times as large, as in trained networks.
inline std::vector<float> valuesWithOutliers(std::size_t count, std::uint32_t seed) {
    std::vector<float> out = values(count, seed);
    for (std::size_t i = 17; i < count; i += 37) {
        out[i] *= 50.0F;
    }
    return out;
}

/// A matrix in one format, with its memory, and the values that it was made from.
class Matrix {
public:
    Matrix(kernels::WeightFormat format, std::size_t outputs, std::size_t inputs, std::uint32_t seed)
        : m_floats(valuesWithOutliers(outputs * inputs, seed)), m_halves(toBf16(m_floats)) {
        using kernels::WeightFormat;
        m_view = {.format = WeightFormat::Float32, .outputs = outputs, .inputs = inputs, .data = m_floats.data()};
        if (format == WeightFormat::Bfloat16) {
            m_view.format = format;
            m_view.data = m_halves.data();
        } else if (kernels::isPacked(format)) {
            m_packed.resize(kernels::packedBytes(format, outputs, inputs) / sizeof(Line));
            kernels::packPanels(m_view, format, 0, kernels::panelCount(outputs),
                                reinterpret_cast<std::byte*>(m_packed.data()));
            m_view.format = format;
            m_view.data = m_packed.data();
        }
    }

    [[nodiscard]] const kernels::LinearWeights& view() const { return m_view; }

    /// What the memory stands for, [outputs, inputs].
    [[nodiscard]] std::vector<float> unpacked() const {
        std::vector<float> out(m_view.outputs * m_view.inputs);
        for (std::size_t n = 0; n < m_view.outputs; ++n) {
            kernels::unpackRow(m_view, n, out.data() + n * m_view.inputs);
        }
        return out;
    }

    [[nodiscard]] const std::vector<float>& source() const { return m_floats; }

private:
    struct alignas(64) Line {
        std::array<std::byte, 64> bytes;
    };
    std::vector<float> m_floats;
    std::vector<std::uint16_t> m_halves;
    std::vector<Line> m_packed;
    kernels::LinearWeights m_view;
};

/// Prepares all rows of x in both forms.
inline kernels::PreparedRows prepare(const std::vector<float>& x, std::size_t rows) {
    const std::size_t inputs = x.size() / rows;
    kernels::PreparedRows out;
    out.reset(rows, inputs, {.floats = true, .quantized = true});
    for (std::size_t r = 0; r < rows; ++r) {
        out.set(r, x.data() + r * inputs);
    }
    return out;
}

inline std::string label(kernels::WeightFormat format) {
    switch (format) {
    case kernels::WeightFormat::Float32:
        return "float32";
    case kernels::WeightFormat::Bfloat16:
        return "bfloat16";
    case kernels::WeightFormat::Int8:
        return "int8";
    case kernels::WeightFormat::Int4:
        return "int4";
    }
    return "unknown";
}

inline constexpr std::array kFormats = {kernels::WeightFormat::Float32, kernels::WeightFormat::Bfloat16,
                                        kernels::WeightFormat::Int8, kernels::WeightFormat::Int4};

} // namespace parley::test
