// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "support/cuda_on_cpu/block.h"

namespace parley::test {

namespace {

constexpr std::size_t kStackBytes = std::size_t{128} << 10U;

} // namespace

Block& Block::current() {
    thread_local Block block;
    return block;
}

void Block::run(unsigned threads, const std::function<void()>& work) {
    m_work = &work;
    if (m_threads.size() < threads) {
        m_threads.resize(threads);
    }
    for (unsigned i = 0; i < threads; ++i) {
        m_threads[i].state = State::New;
        m_threads[i].exchanges = 0;
    }
    m_alive = threads;
    m_arrived = m_syncs = 0;
    while (m_alive > 0) {
        for (unsigned i = 0; i < threads; ++i) {
            if (m_threads[i].state != State::Ended) {
                resume(i);
            }
        }
    }
}

/// The first time a thread gets a stack of its own; then places are jumped to, which costs no system call.
void Block::resume(unsigned index) {
    m_current = index;
    Thread& thread = m_threads[index];
    if (_setjmp(m_caller) != 0) {
        return;
    }
    if (thread.state == State::Running) {
        _longjmp(thread.place, 1);
    }
    thread.state = State::Running;
    if (!thread.stack) {
        thread.stack = std::make_unique<std::byte[]>(kStackBytes); // NOLINT(modernize-avoid-c-arrays): as above
    }
    getcontext(&thread.start);
    thread.start.uc_stack.ss_sp = thread.stack.get();
    thread.start.uc_stack.ss_size = kStackBytes;
    thread.start.uc_link = nullptr;
    makecontext(&thread.start, &Block::enter, 0);
    setcontext(&thread.start);
}

void Block::enter() {
    Block& block = current();
    (*block.m_work)(); // NOLINT(clang-analyzer-core.CallAndMessage): run() has set it
    block.m_threads[block.m_current].state = State::Ended;
    --block.m_alive;
    _longjmp(block.m_caller, 1);
}

void Block::letOthersRun() {
    if (_setjmp(m_threads[m_current].place) == 0) {
        _longjmp(m_caller, 1);
    }
}

void Block::sync() {
    const unsigned own = m_syncs;
    if (++m_arrived == m_alive) {
        m_arrived = 0;
        ++m_syncs;
    }
    while (m_syncs == own) {
        letOthersRun();
    }
}

std::uint32_t Block::exchange(std::uint32_t word, unsigned bits) {
    const std::size_t turn = m_threads[m_current].exchanges++ % 2;
    m_threads[m_current].words.at(turn) = word;
    letOthersRun(); // in turn, so afterwards all lanes of the warp have written
    return m_threads[m_current ^ bits].words.at(turn);
}

} // namespace parley::test
