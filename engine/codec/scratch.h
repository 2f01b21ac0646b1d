// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ATen/core/Tensor.h>

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <vector>

namespace parley::codec {

/// Memory for what is computed on the way, used again and again: fresh memory would cost a page fault for every 4 KiB.
/// Any thread; lives longer than what was borrowed from it.
class Scratch {
    using Block = std::vector<float>;

public:
    /// A block of its own for the borrower, with whatever was in it, until it is destroyed.
    class Buffer {
    public:
        Buffer(Scratch& owner, Block block) : m_owner(&owner), m_block(std::move(block)) {}
        ~Buffer() { m_owner->giveBack(std::move(m_block)); }
        Buffer(const Buffer&) = delete;
        Buffer& operator=(const Buffer&) = delete;
        Buffer(Buffer&&) = delete;
        Buffer& operator=(Buffer&&) = delete;

        /// The next `count` floats of it.
        [[nodiscard]] float* take(std::size_t count) noexcept {
            float* const part = m_block.data() + m_used;
            m_used += count;
            return part;
        }

    private:
        Scratch* m_owner;
        Block m_block;
        std::size_t m_used = 0;
    };

    [[nodiscard]] Buffer borrow(std::size_t floats) { return {*this, find(floats)}; }

    /// A tensor [rows, columns] of float32 on borrowed memory.
    [[nodiscard]] at::Tensor tensor(std::int64_t rows, std::int64_t columns);

private:
    /// The smallest free block that is large enough, or a new one.
    [[nodiscard]] Block find(std::size_t floats);
    void giveBack(Block block) noexcept;

    std::mutex m_mutex;
    std::vector<Block> m_free; ///< by size
    std::size_t m_made = 0;    ///< blocks in all
};

} // namespace parley::codec
