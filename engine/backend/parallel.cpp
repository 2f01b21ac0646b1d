// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/parallel.h"

#include "backend/thread_pool.h"

#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <memory>
#include <mutex>

namespace parley::backend {

namespace {

/// The process's one pool. It is made when it is first needed, and again when the number of threads changes.
class SharedPool {
public:
    static SharedPool& instance() {
        static SharedPool pool;
        return pool;
    }

    void resize(int threads) {
        const std::scoped_lock lock(m_mutex);
        const int wanted = threads > 0 ? threads : m_default;
        if (!m_pool || m_pool->threads() != wanted) {
            m_pool = std::make_shared<ThreadPool>(wanted, &prepareThread);
        }
    }
    std::shared_ptr<ThreadPool> get() {
        const std::scoped_lock lock(m_mutex);
        if (!m_pool) {
            m_pool = std::make_shared<ThreadPool>(m_default, &prepareThread);
        }
        return m_pool;
    }

private:
    std::mutex m_mutex;
    int m_default = at::get_num_threads(); ///< torch's own choice, before it is told otherwise: physical cores
    std::shared_ptr<ThreadPool> m_pool;
};

} // namespace

void setThreads(int threads) {
    SharedPool::instance().resize(threads);
}

int threadCount() {
    return SharedPool::instance().get()->threads();
}

void prepareThread() {
    (void)SharedPool::instance(); // which asks torch for its choice
    at::set_num_threads(1);
}

void inPieces(std::int64_t count, std::int64_t piece, const std::function<void(std::int64_t, std::int64_t)>& work) {
    const std::int64_t pieces = (count + piece - 1) / piece;
    SharedPool::instance().get()->run(pieces, [&](std::int64_t i) {
        const c10::InferenceMode inference; // a property of the thread; the pool's have their own
        work(i * piece, std::min((i + 1) * piece, count));
    });
}

void asTeam(const std::function<void(Team&)>& work) {
    SharedPool::instance().get()->runTeam(work);
}

} // namespace parley::backend
