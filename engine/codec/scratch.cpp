// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "codec/scratch.h"

#include <ATen/ops/from_blob.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace parley::codec {

namespace {

/// Sizes are rounded up to this, so that pieces of nearly the same size share blocks.
constexpr std::size_t kGranule = std::size_t{1} << 14U;

std::size_t sizeOf(const std::vector<float>& block) {
    return block.size();
}

} // namespace

at::Tensor Scratch::tensor(std::int64_t rows, std::int64_t columns) {
    const auto count = static_cast<std::size_t>(rows * columns);
    const auto buffer = std::make_shared<Buffer>(*this, find(count));
    return at::from_blob(buffer->take(count), {rows, columns}, [buffer](void* /*data*/) {}, at::kFloat);
}

Scratch::Block Scratch::find(std::size_t floats) {
    {
        const std::scoped_lock lock(m_mutex);
        const auto block = std::ranges::lower_bound(m_free, floats, {}, sizeOf);
        if (block != m_free.end()) {
            Block found = std::move(*block);
            m_free.erase(block);
            return found;
        }
    }
    const std::size_t size = (floats + kGranule - 1) / kGranule * kGranule;
    Block made(size);
    const std::scoped_lock lock(m_mutex);
    m_free.reserve(++m_made); // so that giving back can't fail
    return made;
}

void Scratch::giveBack(Block block) noexcept {
    const std::scoped_lock lock(m_mutex);
    const auto place = std::ranges::lower_bound(m_free, block.size(), {}, sizeOf);
    m_free.insert(place, std::move(block));
}

} // namespace parley::codec
