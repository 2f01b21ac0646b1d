// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accelerator/device_layers.h"
#include "model/decoder_weights.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace parley::accelerator {

/// Keys and values of one decoder layer for all sequences; of a sequence, row 0 is the unconditional one.
struct SlotLayer {
    at::Tensor k; ///< [slots, 2, keys, rows, H]
    at::Tensor v;
    at::Tensor textK; ///< [slots, keys of cross-attention, bytes, H]
    at::Tensor textV;
};

/// Places for sequences that step together. Shapes are fixed until a sequence needs more, so that what was captured of
/// a step can be replayed.
class Slots {
public:
    static constexpr std::int64_t kRowsStep = 256; ///< rows are rounded up to a multiple of it

    Slots(const checkpoint::DiaConfig& config, const Formats& formats) : m_config(config), m_formats(formats) {}

    /// The first free place, made to hold `rows` rows of codes and a text of `bytes` bytes.
    [[nodiscard]] std::int64_t acquire(std::int64_t rows, std::int64_t bytes);
    void release(std::int64_t slot);

    /// Places up to the last one in use, rounded up to a power of two: what a step computes.
    [[nodiscard]] std::int64_t span() const noexcept;
    [[nodiscard]] std::int64_t rows() const noexcept { return m_rows; }
    [[nodiscard]] std::int64_t textBytes() const noexcept { return m_textBytes; }
    /// Differs after everything moved.
    [[nodiscard]] std::int64_t generation() const noexcept { return m_generation; }

    [[nodiscard]] const std::vector<SlotLayer>& layers() const noexcept { return m_layers; }

    /// One row's caches, [keys, rows, H] a layer, which share the slot's memory.
    [[nodiscard]] model::SequenceCache cache(std::int64_t slot, bool isConditional) const;
    void putText(std::int64_t slot, const model::TextMemory& text);

private:
    void grow(std::int64_t slots, std::int64_t rows, std::int64_t textBytes);

    const checkpoint::DiaConfig& m_config;
    Formats m_formats;
    std::vector<bool> m_taken;
    std::vector<SlotLayer> m_layers;
    std::int64_t m_rows = 0;
    std::int64_t m_textBytes = 0;
    std::int64_t m_generation = 0;
};

} // namespace parley::accelerator
