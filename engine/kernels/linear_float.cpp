// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/ahead.h"
#include "kernels/fewer_targets.h"
#include "kernels/linear_kernels.h"
#include "kernels/linear_weights.h"

// Highway compiles this file once per instruction set by including it again.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/linear_float.cpp"
// clang-format off: the order matters
#include <hwy/foreach_target.h>
#include <hwy/highway.h>
#include "kernels/wide_load-inl.h"
// clang-format on

HWY_BEFORE_NAMESPACE();
namespace parley::kernels::HWY_NAMESPACE {

/// Outputs and rows that are computed together: their sums fill the registers.
constexpr std::size_t kCols = 4;
constexpr std::size_t kRows = (HWY_ARCH_X86 && HWY_TARGET <= HWY_AVX3) || HWY_ARCH_ARM_A64 ? 5 : 2;

struct WholeVector {
    template <typename Value>
    HWY_INLINE FloatVec operator()(const Value* from) const {
        return loadWide(FloatTag(), from);
    }
};

/// The last values of a row, fewer than a vector has, with zeros behind them.
struct RestOfRow {
    std::size_t count;

    template <typename Value>
    HWY_INLINE FloatVec operator()(const Value* from) const {
        HWY_ALIGN Value rest[hn::MaxLanes(FloatTag())] = {};
        for (std::size_t i = 0; i < count; ++i) {
            rest[i] = from[i];
        }
        return loadWide(FloatTag(), rest);
    }
};

/// One vector of inputs further: each sum in an accumulator of its own.
template <std::size_t Rows, std::size_t Cols, typename Loader, typename Weight>
HWY_INLINE void addProducts(const Loader& loader, const float* x, const Weight* w, std::size_t inputs,
                            FloatVec (&sums)[Rows][Cols]) {
    FloatVec activations[Rows];
    for (std::size_t r = 0; r < Rows; ++r) {
        activations[r] = loader(x + r * inputs);
    }
    for (std::size_t c = 0; c < Cols; ++c) {
        const FloatVec weights = loader(w + c * inputs);
        for (std::size_t r = 0; r < Rows; ++r) {
            sums[r][c] = hn::MulAdd(activations[r], weights, sums[r][c]);
        }
    }
}

/// Rows × Cols dot products: enough of them to hide the latency of the additions, and each summed in the same order
/// whatever the tile.
template <std::size_t Rows, std::size_t Cols, typename Weight>
void tile(const float* x, const Weight* w, std::size_t inputs, float* out) {
    const FloatTag d;
    const std::size_t lanes = hn::Lanes(d);
    FloatVec sums[Rows][Cols];
    for (auto& row : sums) {
        for (auto& sum : row) {
            sum = hn::Zero(d);
        }
    }
    std::size_t k = 0;
    for (; k + lanes <= inputs; k += lanes) {
        fetchRowsAhead<Cols>(reinterpret_cast<const std::byte*>(w), inputs * sizeof(Weight), k * sizeof(Weight));
        addProducts(WholeVector(), x + k, w + k, inputs, sums);
    }
    if (k < inputs) {
        addProducts(RestOfRow{inputs - k}, x + k, w + k, inputs, sums);
    }
    for (std::size_t r = 0; r < Rows; ++r) {
        for (std::size_t c = 0; c < Cols; ++c) {
            out[r * kPanelRows + c] = hn::GetLane(hn::SumOfLanes(d, sums[r][c]));
        }
    }
}

/// `rows` rows of x against `Cols` rows of W.
template <std::size_t Rows, std::size_t Cols, typename Weight>
HWY_INLINE void tileOf(std::size_t rows, const float* x, const Weight* w, std::size_t inputs, float* out) {
    if constexpr (Rows > 1) {
        if (rows < Rows) {
            tileOf<Rows - 1, Cols>(rows, x, w, inputs, out);
            return;
        }
    }
    tile<Rows, Cols>(x, w, inputs, out);
}

/// All rows of x against `Cols` rows of W, which stay in the caches after the first tile.
template <std::size_t Cols, typename Weight>
void columns(const RowsView& x, const Weight* w, float* out) {
    const std::size_t tiles = (x.rows + kRows - 1) / kRows;
    std::size_t row = 0;
    for (std::size_t i = 0; i < tiles; ++i) {
        const std::size_t rows = (x.rows - row) / (tiles - i);
        tileOf<kRows, Cols>(rows, x.floats + row * x.inputs, w, x.inputs, out + row * kPanelRows);
        row += rows;
    }
}

template <typename Weight>
HWY_INLINE void product(const Panel& panel) {
    const auto* w = reinterpret_cast<const Weight*>(panel.weights);
    std::size_t n = 0;
    for (; n + kCols <= panel.outputs; n += kCols) {
        columns<kCols>(panel.x, w + n * panel.x.inputs, panel.out + n);
    }
    for (; n < panel.outputs; ++n) {
        columns<1>(panel.x, w + n * panel.x.inputs, panel.out + n);
    }
}

void float32Product(const Panel& panel) {
    product<float>(panel);
}

void bfloat16Product(const Panel& panel) {
    product<std::uint16_t>(panel);
}

} // namespace parley::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace parley::kernels {

LinearKernels floatKernels([[maybe_unused]] InstructionSet set) {
    LinearKernels kernels;
    kernels.float32 = HWY_NAMESPACE::float32Product;
    kernels.bfloat16 = HWY_NAMESPACE::bfloat16Product;
#if (HWY_TARGETS & HWY_AVX2) != 0
    if (set == InstructionSet::Avx2) {
        kernels.float32 = N_AVX2::float32Product;
        kernels.bfloat16 = N_AVX2::bfloat16Product;
    }
#endif
#if (HWY_TARGETS & HWY_AVX3) != 0
    if (set == InstructionSet::Avx512 || set == InstructionSet::Avx512Vnni) {
        kernels.float32 = N_AVX3::float32Product;
        kernels.bfloat16 = N_AVX3::bfloat16Product;
    }
#endif
    return kernels;
}

} // namespace parley::kernels
#endif
