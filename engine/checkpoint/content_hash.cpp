// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/content_hash.h"

#include <xxhash.h>

#include <array>
#include <cstdio>
#include <new>

namespace parley::checkpoint {

namespace {

std::string asDigits(XXH128_hash_t hash) {
    std::array<char, 33> text{};
    std::snprintf(text.data(), text.size(), "%016llx%016llx", static_cast<unsigned long long>(hash.high64),
                  static_cast<unsigned long long>(hash.low64));
    return text.data();
}

} // namespace

void ContentHash::Free::operator()(XXH3_state_s* state) const noexcept {
    (void)XXH3_freeState(state);
}

ContentHash::ContentHash() : m_state(XXH3_createState()) {
    if (!m_state || XXH3_128bits_reset(m_state.get()) != XXH_OK) {
        throw std::bad_alloc();
    }
}

void ContentHash::add(std::span<const std::byte> bytes) {
    (void)XXH3_128bits_update(m_state.get(), bytes.data(), bytes.size());
}

void ContentHash::add(std::string_view text) {
    const std::size_t size = text.size();
    add(std::as_bytes(std::span(&size, 1)));
    add(std::as_bytes(std::span(text)));
}

std::string ContentHash::digits() const {
    return asDigits(XXH3_128bits_digest(m_state.get()));
}

std::string contentDigits(std::span<const std::byte> bytes) {
    return asDigits(XXH3_128bits(bytes.data(), bytes.size()));
}

} // namespace parley::checkpoint
