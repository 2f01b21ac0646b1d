// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "accelerator/slots.h"

#include "codec/rounding.h"

#include <ATen/ops/zeros.h>

#include <algorithm>
#include <bit>

namespace parley::accelerator {

namespace {

// So that texts and requests of nearly the same length share one shape.
constexpr std::int64_t kTextStep = 64;

/// `size` zeros, with what `old` holds at the beginning of each axis. Zeros, since what a mask hides must be a number.
at::Tensor grown(const at::Tensor& old, at::IntArrayRef size, const at::TensorOptions& options) {
    at::Tensor tensor = at::zeros(size, options);
    if (old.defined()) {
        at::Tensor part = tensor;
        for (std::int64_t axis = 0; axis < old.dim(); ++axis) {
            part = part.narrow(axis, 0, old.size(axis));
        }
        part.copy_(old);
    }
    return tensor;
}

} // namespace

std::int64_t Slots::acquire(std::int64_t rows, std::int64_t bytes) {
    const auto free = std::ranges::find(m_taken, false);
    const std::int64_t slot = free - m_taken.begin();
    const auto slots = static_cast<std::int64_t>(std::bit_ceil(static_cast<std::uint64_t>(slot) + 1));
    const std::int64_t most = std::max(m_rows, codec::roundUp(rows, kRowsStep));
    const std::int64_t mostBytes = std::max(m_textBytes, codec::roundUp(bytes, kTextStep));
    if (slots > static_cast<std::int64_t>(m_taken.size()) || most > m_rows || mostBytes > m_textBytes) {
        grow(std::max(slots, static_cast<std::int64_t>(m_taken.size())), most, mostBytes);
    }
    m_taken[static_cast<std::size_t>(slot)] = true;
    return slot;
}

void Slots::release(std::int64_t slot) {
    m_taken[static_cast<std::size_t>(slot)] = false;
    if (std::ranges::find(m_taken, true) == m_taken.end()) {
        // The next request may be a short one.
        m_layers.clear();
        m_taken.clear();
        m_rows = m_textBytes = 0;
        ++m_generation;
    }
}

std::int64_t Slots::span() const noexcept {
    const auto last = std::find(m_taken.rbegin(), m_taken.rend(), true);
    const auto used = static_cast<std::uint64_t>(m_taken.rend() - last);
    return used == 0 ? 0 : static_cast<std::int64_t>(std::bit_ceil(used));
}

void Slots::grow(std::int64_t slots, std::int64_t rows, std::int64_t textBytes) {
    const checkpoint::DiaConfig::Decoder& sizes = m_config.decoder;
    const at::TensorOptions options = at::TensorOptions().dtype(m_formats.cache).device(m_formats.device);
    std::vector<SlotLayer> layers = m_layers; // the same memory; where some isn't to be had, nothing has changed
    layers.resize(static_cast<std::size_t>(sizes.layers));
    for (SlotLayer& layer : layers) {
        for (at::Tensor* own : {&layer.k, &layer.v}) {
            *own = grown(*own, {slots, 2, sizes.kvHeads, rows, sizes.headDim}, options);
        }
        for (at::Tensor* text : {&layer.textK, &layer.textV}) {
            *text = grown(*text, {slots, sizes.crossKvHeads, textBytes, sizes.crossHeadDim}, options);
        }
    }
    m_layers = std::move(layers);
    m_taken.resize(static_cast<std::size_t>(slots), false);
    m_rows = rows;
    m_textBytes = textBytes;
    ++m_generation;
}

model::SequenceCache Slots::cache(std::int64_t slot, bool isConditional) const {
    model::SequenceCache cache;
    for (const SlotLayer& layer : m_layers) {
        const auto own = [&](const at::Tensor& all) { return all.select(0, slot).select(0, isConditional ? 1 : 0); };
        cache.push_back({own(layer.k), own(layer.v)});
    }
    return cache;
}

void Slots::putText(std::int64_t slot, const model::TextMemory& text) {
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const std::int64_t bytes = text[i].k.size(1);
        m_layers[i].textK.select(0, slot).narrow(1, 0, bytes).copy_(text[i].k);
        m_layers[i].textV.select(0, slot).narrow(1, 0, bytes).copy_(text[i].v);
    }
}

} // namespace parley::accelerator
