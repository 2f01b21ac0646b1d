// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "codec/streaming_decoder.h"

#include <algorithm>

namespace parley::codec {

std::int64_t StreamingDecoder::windowFrames() const noexcept {
    return m_done == 0 ? m_windows.first : m_windows.later;
}

std::int64_t StreamingDecoder::frames() const noexcept {
    return static_cast<std::int64_t>(m_codes.size()) / m_codec.config().codebooks;
}

void StreamingDecoder::push(std::span<const std::int64_t> codes) {
    m_codes.insert(m_codes.end(), codes.begin(), codes.end());
}

bool StreamingDecoder::isReady() const noexcept {
    return m_done + windowFrames() + m_codec.contextFrames() <= frames();
}

std::vector<float> StreamingDecoder::next(const std::stop_token& stop) {
    return isReady() ? decodeTo(m_done + windowFrames(), stop) : std::vector<float>{};
}

std::vector<float> StreamingDecoder::drain(const std::stop_token& stop) {
    const std::int64_t end = std::min(m_done + windowFrames(), frames());
    return end > m_done ? decodeTo(end, stop) : std::vector<float>{};
}

std::vector<float> StreamingDecoder::decodeTo(std::int64_t end, const std::stop_token& stop) {
    std::vector<float> sound = m_codec.decode(m_codes, m_done, end, stop);
    m_done = end;
    return sound;
}

} // namespace parley::codec
