// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/voice_memory.h"

#include <ATen/core/Tensor.h>

#include <algorithm>

namespace parley::runtime {

namespace {

/// A 10 s voice holds 64 MB in float32.
constexpr std::size_t kMostVoices = 2;

} // namespace

bool VoiceMemory::recall(std::span<const std::int64_t> codes, model::SequenceCache& cache) {
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& candidate) {
        return std::equal(candidate.codes.begin(), candidate.codes.end(), codes.begin(), codes.end());
    });
    if (entry == m_entries.end()) {
        return false;
    }
    for (std::size_t layer = 0; layer < cache.size(); ++layer) {
        const std::int64_t rows = entry->cache[layer].k.size(1);
        cache[layer].k.narrow(1, 0, rows).copy_(entry->cache[layer].k);
        cache[layer].v.narrow(1, 0, rows).copy_(entry->cache[layer].v);
    }
    m_entries.splice(m_entries.begin(), m_entries, entry);
    return true;
}

void VoiceMemory::remember(std::span<const std::int64_t> codes, const model::SequenceCache& cache, std::int64_t rows) {
    Entry entry{{codes.begin(), codes.end()}, {}};
    for (const model::LayerCache& layer : cache) {
        entry.cache.push_back({layer.k.narrow(1, 0, rows).clone(at::MemoryFormat::Contiguous),
                               layer.v.narrow(1, 0, rows).clone(at::MemoryFormat::Contiguous)});
    }
    m_entries.push_front(std::move(entry));
    if (m_entries.size() > kMostVoices) {
        m_entries.pop_back();
    }
}

} // namespace parley::runtime
