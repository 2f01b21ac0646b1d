// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/read_progress.h"

#include <algorithm>

namespace parley::runtime {

std::uint64_t totalBytes(const checkpoint::TensorSource& source) {
    std::uint64_t bytes = 0;
    for (const checkpoint::TensorInfo& tensor : source.tensors()) {
        bytes += tensor.byteCount;
    }
    return bytes;
}

void ReadProgress::add(std::uint64_t bytes) {
    const std::scoped_lock lock(m_mutex);
    m_done += bytes;
    if (m_onRead) {
        m_onRead(std::min(m_done, m_total), m_total);
    }
}

} // namespace parley::runtime
