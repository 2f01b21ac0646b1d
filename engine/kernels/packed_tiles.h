// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The loops over packed panels, for an instruction set's file to include inside the region that is compiled for it,
// after all other headers. Everything here is a template over the set's "Ops", which offer, for the kParts vectors that
// make up the 16 outputs of a panel:
//   Floats: zero(), load(), store(), spread() one value, multiply(), multiplyAdd(a, b, c) = a · b + c
//   int8: load8() 4 inputs of each output, Dots8 start8(shift128), dot8(dots, weights, 4 activations), finish8(dots)
//   int4: lower4() and upper4() of loadBytes(), scales4(), Dots4 start4(shift8), dot4() likewise, finish4(dots, shift8)
// where start or finish bring the shifts in, or leave them out for weights without one.

#include "kernels/ahead.h"
#include "kernels/linear_kernels.h"
#include "kernels/linear_weights.h"

#include <hwy/base.h>

#include <utility>

namespace parley::kernels {

/// Bytes that hold 4 inputs in int8, or 4 and 4 others in int4, for all outputs of a panel.
inline constexpr std::size_t kStepBytes = kPanelRows * 4;

/// Some rows of x against one panel.
template <typename Ops, std::size_t Rows>
struct PackedTile {
    using Floats = typename Ops::Floats;
    static constexpr std::size_t kParts = Ops::kParts;
    static constexpr std::size_t kPartBytes = kStepBytes / kParts;
    static constexpr std::size_t kPartRows = kPanelRows / kParts;
    using Sums = Floats[Rows][kParts];

    /// 4 values of a row.
    static HWY_INLINE const std::int8_t* valuesAt(const RowsView& x, std::size_t at, std::size_t step) {
        return x.values + at * kBlock + step * 4;
    }

    static HWY_INLINE void clear(Sums& sums) {
        for (std::size_t r = 0; r < Rows; ++r) {
            for (std::size_t p = 0; p < kParts; ++p) {
                sums[r][p] = Ops::zero();
            }
        }
    }

    static HWY_INLINE void add8(const RowsView& x, std::size_t at, const std::byte* w, Sums& sums) {
        typename Ops::Dots8 dots[Rows][kParts];
        for (std::size_t r = 0; r < Rows; ++r) {
            for (std::size_t p = 0; p < kParts; ++p) {
                dots[r][p] = Ops::start8(x.shift128 + at + r);
            }
        }
        for (std::size_t step = 0; step < kBlock / 4; ++step) {
            for (std::size_t p = 0; p < kParts; ++p) {
                const auto weights = Ops::load8(w + step * kStepBytes + p * kPartBytes);
                for (std::size_t r = 0; r < Rows; ++r) {
                    dots[r][p] = Ops::dot8(dots[r][p], weights, valuesAt(x, at + r, step));
                }
            }
        }
        for (std::size_t r = 0; r < Rows; ++r) {
            for (std::size_t p = 0; p < kParts; ++p) {
                sums[r][p] = Ops::multiplyAdd(Ops::finish8(dots[r][p]), Ops::spread(x.scales + at + r), sums[r][p]);
            }
        }
    }

    static HWY_INLINE void add4(const RowsView& x, std::size_t at, const std::byte* w, const std::byte* scales,
                                Sums& sums) {
        typename Ops::Dots4 dots[Rows][kParts];
        for (std::size_t r = 0; r < Rows; ++r) {
            for (std::size_t p = 0; p < kParts; ++p) {
                dots[r][p] = Ops::start4(x.shift8 + at + r);
            }
        }
        constexpr std::size_t kSteps = kBlock / 8;
        for (std::size_t step = 0; step < kSteps; ++step) {
            for (std::size_t p = 0; p < kParts; ++p) {
                const auto bytes = Ops::loadBytes(w + step * kStepBytes + p * kPartBytes);
                const auto lower = Ops::lower4(bytes);
                const auto upper = Ops::upper4(bytes);
                for (std::size_t r = 0; r < Rows; ++r) {
                    dots[r][p] = Ops::dot4(dots[r][p], lower, valuesAt(x, at + r, step));
                    dots[r][p] = Ops::dot4(dots[r][p], upper, valuesAt(x, at + r, step + kSteps));
                }
            }
        }
        for (std::size_t p = 0; p < kParts; ++p) {
            const Floats scale = Ops::scales4(scales + p * kPartRows * sizeof(std::uint16_t));
            for (std::size_t r = 0; r < Rows; ++r) {
                const Floats both = Ops::multiply(scale, Ops::spread(x.scales + at + r));
                sums[r][p] = Ops::multiplyAdd(Ops::finish4(dots[r][p], x.shift8 + at + r), both, sums[r][p]);
            }
        }
    }

    static void int8(const Panel& panel, std::size_t row) {
        constexpr std::size_t kBytes = kBlock * kPanelRows;
        Sums sums;
        clear(sums);
        const std::byte* w = panel.weights + kPanelRows * sizeof(float);
        const std::size_t blocks = paddedInputs(panel.x.inputs) / kBlock;
        for (std::size_t block = 0; block < blocks; ++block, w += kBytes) {
            // With one or two rows there is so little to compute that the processor, left alone, reads ahead best.
            if constexpr (Rows > 2) {
                fetchAhead<kBytes>(w);
            }
            add8(panel.x, block * panel.x.rows + row, w, sums);
        }
        for (std::size_t p = 0; p < kParts; ++p) {
            const Floats scale = Ops::load(panel.weights + p * kPartRows * sizeof(float));
            for (std::size_t r = 0; r < Rows; ++r) {
                Ops::store(Ops::multiply(sums[r][p], scale), panel.out + (row + r) * kPanelRows + p * kPartRows);
            }
        }
    }

    static void int4(const Panel& panel, std::size_t row) {
        constexpr std::size_t kValueBytes = kBlock * kPanelRows / 2;
        constexpr std::size_t kScaleBytes = kPanelRows * sizeof(std::uint16_t);
        constexpr std::size_t kPairBytes = 2 * (kScaleBytes + kValueBytes);
        Sums sums;
        clear(sums);
        const std::byte* w = panel.weights;
        const std::size_t blocks = paddedInputs(panel.x.inputs) / kBlock;
        for (std::size_t block = 0; block < blocks; block += 2, w += kPairBytes) {
            fetchAhead<kPairBytes>(w);
            const std::byte* values = w + 2 * kScaleBytes;
            const std::size_t at = block * panel.x.rows + row;
            add4(panel.x, at, values, w, sums);
            add4(panel.x, at + panel.x.rows, values + kValueBytes, w + kScaleBytes, sums);
        }
        for (std::size_t r = 0; r < Rows; ++r) {
            for (std::size_t p = 0; p < kParts; ++p) {
                Ops::store(sums[r][p], panel.out + (row + r) * kPanelRows + p * kPartRows);
            }
        }
    }
};

using TileFunction = void (*)(const Panel& panel, std::size_t row);

/// All rows of x against one panel, as evenly as `most` at once allow; tiles[n - 1] computes n rows.
template <typename Ops>
void eachTile(const TileFunction* tiles, std::size_t most, const Panel& panel) {
    const std::size_t count = (panel.x.rows + most - 1) / most;
    std::size_t row = 0;
    for (std::size_t tile = 0; tile < count; ++tile) {
        const std::size_t rows = (panel.x.rows - row) / (count - tile);
        tiles[rows - 1](panel, row);
        row += rows;
    }
}

template <typename Ops, std::size_t... N>
void int8Panel(const Panel& panel, std::index_sequence<N...> /*rows of a tile, less one*/) {
    static constexpr TileFunction kTiles[] = {PackedTile<Ops, N + 1>::int8...};
    eachTile<Ops>(kTiles, sizeof...(N), panel);
}

template <typename Ops, std::size_t... N>
void int4Panel(const Panel& panel, std::index_sequence<N...> /*rows of a tile, less one*/) {
    static constexpr TileFunction kTiles[] = {PackedTile<Ops, N + 1>::int4...};
    eachTile<Ops>(kTiles, sizeof...(N), panel);
}

} // namespace parley::kernels
