// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/codec_worker.h"

#include "backend/parallel.h"

#include <c10/core/InferenceMode.h>

#include <exception>
#include <utility>

namespace parley::runtime {

CodecWorker::CodecWorker(std::function<std::shared_ptr<void>()> enter)
    : m_enter(std::move(enter)), m_thread([this](const std::stop_token& stop) { run(stop); }) {}

std::future<std::vector<float>> CodecWorker::submit(Work work) {
    std::packaged_task<std::vector<float>()> task(std::move(work));
    std::future<std::vector<float>> future = task.get_future();
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.push_back(std::move(task));
    }
    m_changed.notify_one();
    return future;
}

void CodecWorker::run(const std::stop_token& stop) {
    const c10::InferenceMode inference;
    backend::prepareThread();
    std::shared_ptr<void> own;
    try {
        own = m_enter ? m_enter() : nullptr;
    } catch (const std::exception&) { // NOLINT(bugprone-empty-catch): then it goes on without; what is wrong shows soon
    }
    for (;;) {
        std::packaged_task<std::vector<float>()> task;
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [this] { return !m_waiting.empty(); })) {
                return;
            }
            task = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        task();
    }
}

} // namespace parley::runtime
