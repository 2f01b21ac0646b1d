// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"
#include "runtime/packed_cache.h"

#include <ATen/core/Tensor.h>

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <variant>
#include <vector>

namespace parley::runtime {

/// Weights that were packed just now, and where to keep them.
struct Unkept {
    PackedCache cache;
    std::map<std::string, at::Tensor> tensors;
};

/// Writes packed weights on a thread of its own, beside the work that they were loaded for. Any thread.
class CacheWriter {
public:
    CacheWriter() = default;
    /// Stops the writing; what isn't complete is not kept.
    ~CacheWriter();
    CacheWriter(const CacheWriter&) = delete;
    CacheWriter& operator=(const CacheWriter&) = delete;
    CacheWriter(CacheWriter&&) = delete;
    CacheWriter& operator=(CacheWriter&&) = delete;

    /// Begins to write, after what it wrote before was stopped. `onFailure` hears on the writing thread why it failed,
    /// unless it was stopped; it must not call the writer.
    using OnFailure = std::function<void(const Error&)>;
    void start(std::vector<Unkept> unkept, OnFailure onFailure);

    /// Whether weights are still being written, and held for it.
    [[nodiscard]] bool isWriting() const noexcept { return m_isWriting; }

    /// Stops the writing and lets go of the weights.
    void stop();

    /// Waits until all is written, or until `stop`, which ends the writing. The first failure, if any.
    [[nodiscard]] Result<std::monostate> finish(const std::stop_token& stop);

private:
    std::mutex m_mutex;
    std::atomic<bool> m_isWriting = false;
    Result<std::monostate> m_result = std::monostate{}; ///< of the thread, once it has ended
    std::jthread m_thread;
};

} // namespace parley::runtime
