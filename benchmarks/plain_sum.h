// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/thread_pool.h"
#include "plain_memory.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <cstring>
#include <numeric>

namespace parley::benchmarks {

/// Memory that is summed up, in pieces for the threads.
class PlainSum {
public:
    PlainSum() : m_memory(allocate(kPieces * kPiece)) { std::memset(m_memory.get(), 1, kPieces * kPiece); }

    [[nodiscard]] static std::size_t bytes() { return kPieces * kPiece; }

    void read(backend::ThreadPool& pool) {
        pool.run(kPieces, [&](std::int64_t piece) {
            m_sum += sumPiece(m_memory.get() + static_cast<std::size_t>(piece) * kPiece);
        });
    }

    [[nodiscard]] std::uint64_t sum() const { return m_sum; }

private:
    static constexpr std::size_t kPiece = std::size_t{1} << 19U;
    static constexpr std::size_t kPieces = 1024;

    /// From front to back, left to the processor: of several ways, the one that was fastest.
    static std::uint64_t sumPiece(const std::byte* from) {
        std::array<std::uint64_t, 8> sums{};
        const auto* const values = reinterpret_cast<const std::uint64_t*>(from);
        for (std::size_t i = 0; i < kPiece / sizeof(std::uint64_t); i += sums.size()) {
            for (std::size_t k = 0; k < sums.size(); ++k) {
                sums[k] += values[i + k];
            }
        }
        return std::accumulate(sums.begin(), sums.end(), std::uint64_t{0});
    }

    Memory m_memory;
    std::atomic<std::uint64_t> m_sum = 0;
};

} // namespace parley::benchmarks
