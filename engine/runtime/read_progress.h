// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/tensor_reader.h"
#include "checkpoint/tensor_source.h"

#include <cstdint>
#include <functional>
#include <mutex>
#include <utility>

namespace parley::runtime {

/// Bytes of all tensors of a checkpoint.
[[nodiscard]] std::uint64_t totalBytes(const checkpoint::TensorSource& source);

/// Adds up what compute threads have read. What is read in vain from a damaged file is read twice, so the sum stays at
/// the total.
class ReadProgress {
public:
    using OnRead = std::function<void(std::uint64_t done, std::uint64_t total)>;
    /// onRead, if set, is called from any compute thread, one at a time.
    ReadProgress(std::uint64_t total, OnRead onRead) : m_total(total), m_onRead(std::move(onRead)) {}

    void add(std::uint64_t bytes);
    /// add(), for a reader that lives no longer than this object.
    [[nodiscard]] backend::BytesRead adder() {
        return [this](std::uint64_t bytes) { add(bytes); };
    }

private:
    std::uint64_t m_total;
    OnRead m_onRead;
    std::mutex m_mutex;
    std::uint64_t m_done = 0;
};

} // namespace parley::runtime
