// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/prompt_memory.h"

#include <ATen/core/Tensor.h>

#include <algorithm>
#include <ranges>

namespace parley::runtime {

namespace {

constexpr std::size_t kMostVoices = 2;
constexpr std::size_t kMostTexts = 2;

/// Two voices' unconditional rows and one script's conditional one. Each holds 64 MB in float32 after 10 s of voice.
constexpr std::size_t kMostPrefills = 3;

/// The first entry that fits, brought to the front; the list's end if none does.
template <typename Entry, typename Fits>
typename std::list<Entry>::iterator bringToFront(std::list<Entry>& entries, const Fits& fits) {
    const auto found = std::find_if(entries.begin(), entries.end(), fits);
    if (found == entries.end()) {
        return found;
    }
    entries.splice(entries.begin(), entries, found);
    return entries.begin();
}

template <typename Entry>
void putInFront(std::list<Entry>& entries, Entry entry, std::size_t most) {
    entries.push_front(std::move(entry));
    if (entries.size() > most) {
        entries.pop_back();
    }
}

} // namespace

std::vector<std::int64_t> PromptMemory::codes(std::span<const float> samples,
                                              const std::function<std::vector<std::int64_t>()>& encode) {
    const auto known =
        bringToFront(m_voices, [&](const KnownVoice& voice) { return std::ranges::equal(voice.samples, samples); });
    if (known == m_voices.end()) {
        putInFront(m_voices, {{samples.begin(), samples.end()}, encode()}, kMostVoices);
    }
    return m_voices.front().codes;
}

PromptMemory::SharedText PromptMemory::text(Text bytes, const std::function<model::TextMemory()>& make) {
    const auto known =
        bringToFront(m_texts, [&](const KnownText& text) { return std::ranges::equal(text.bytes, bytes); });
    if (known == m_texts.end()) {
        putInFront(m_texts, {{bytes.begin(), bytes.end()}, std::make_shared<const model::TextMemory>(make())},
                   kMostTexts);
    }
    return m_texts.front().memory;
}

bool PromptMemory::recall(VoiceCodes voice, Text text, model::SequenceCache& cache) {
    const auto known = bringToFront(m_prefills, [&](const KnownPrefill& prefill) {
        return std::ranges::equal(prefill.voice, voice) && std::ranges::equal(prefill.text, text);
    });
    if (known == m_prefills.end()) {
        return false;
    }
    for (std::size_t layer = 0; layer < cache.size(); ++layer) {
        const std::int64_t rows = known->cache[layer].k.size(1);
        cache[layer].k.narrow(1, 0, rows).copy_(known->cache[layer].k);
        cache[layer].v.narrow(1, 0, rows).copy_(known->cache[layer].v);
    }
    return true;
}

void PromptMemory::remember(VoiceCodes voice, Text text, const model::SequenceCache& cache, std::int64_t rows) {
    KnownPrefill prefill{{voice.begin(), voice.end()}, {text.begin(), text.end()}, {}};
    for (const model::LayerCache& layer : cache) {
        prefill.cache.push_back({layer.k.narrow(1, 0, rows).clone(at::MemoryFormat::Contiguous),
                                 layer.v.narrow(1, 0, rows).clone(at::MemoryFormat::Contiguous)});
    }
    putInFront(m_prefills, std::move(prefill), kMostPrefills);
}

} // namespace parley::runtime
