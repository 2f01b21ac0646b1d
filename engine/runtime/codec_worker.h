// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace parley::runtime {

/// A thread that makes sound while the engine's thread makes codes: for devices that do both at once.
class CodecWorker {
public:
    using Work = std::function<std::vector<float>()>;

    /// enter is called by the thread first, and what it returns is kept until the thread ends: a stream of its own.
    explicit CodecWorker(std::function<std::shared_ptr<void>()> enter);

    /// Work is done in this order; what it throws comes out of the future. Any thread.
    [[nodiscard]] std::future<std::vector<float>> submit(Work work);

private:
    void run(const std::stop_token& stop);

    std::function<std::shared_ptr<void>()> m_enter;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<std::packaged_task<std::vector<float>()>> m_waiting;
    std::jthread m_thread; ///< the last member: it uses the others
};

} // namespace parley::runtime
