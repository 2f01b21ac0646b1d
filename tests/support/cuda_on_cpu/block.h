// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ucontext.h>

#include <array>
#include <csetjmp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace parley::test {

/// The threads of one CUDA block, as coroutines of a CPU thread that take turns: each goes on until it waits for
/// others. Exchanges within a warp rely on its lanes calling them alike, as CUDA does.
class Block {
public:
    /// This CPU thread's.
    [[nodiscard]] static Block& current();

    /// Calls work as each of `threads` threads, to its end.
    void run(unsigned threads, const std::function<void()>& work);

    // For the work itself.
    [[nodiscard]] unsigned thread() const noexcept { return m_current; }
    void sync();
    [[nodiscard]] std::uint32_t exchange(std::uint32_t word, unsigned bits);

private:
    enum class State { New, Running, Ended };
    struct Thread {
        std::unique_ptr<std::byte[]> stack{}; // NOLINT(modernize-avoid-c-arrays): memory, not values
        ucontext_t start{};
        std::jmp_buf place{};
        State state = State::New;
        unsigned exchanges = 0;
        std::array<std::uint32_t, 2> words{}; ///< of this exchange and the one before, which others may still read
    };
    static void enter();
    void resume(unsigned index);
    void letOthersRun();

    std::vector<Thread> m_threads;
    const std::function<void()>* m_work = nullptr;
    std::jmp_buf m_caller{};
    unsigned m_current = 0;
    unsigned m_alive = 0;
    unsigned m_arrived = 0;
    unsigned m_syncs = 0;
};

} // namespace parley::test
