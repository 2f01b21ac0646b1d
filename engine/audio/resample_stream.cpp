// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/resample_stream.h"

#include "audio/soxr_handle.h"

#include <array>
#include <cmath>
#include <cstddef>

namespace parley {

class ResampleStream::Impl {
public:
    SoxrHandle soxr;
    std::array<float, 256> block{};
    std::span<const float> rest; ///< of the block, not taken yet
};

ResampleStream::ResampleStream(double toRate) : m_impl(std::make_unique<Impl>()) {
    if (!(toRate > 0.0 && std::isfinite(toRate))) {
        throw EngineError(ErrorCode::OptionInvalid, phrase("sample rate"), phrase("is not above zero"));
    }
    m_impl->soxr = openSoxr(toRate, SOXR_HQ);
}

ResampleStream::~ResampleStream() = default;

void ResampleStream::fill(std::span<float> samples, const std::function<void(std::span<float>)>& source) {
    while (!samples.empty()) {
        if (m_impl->rest.empty()) {
            source(m_impl->block);
            m_impl->rest = m_impl->block;
        }
        std::size_t taken = 0;
        std::size_t given = 0;
        checkSoxr(soxr_process(m_impl->soxr.get(), m_impl->rest.data(), m_impl->rest.size(), &taken, samples.data(),
                               samples.size(), &given));
        m_impl->rest = m_impl->rest.subspan(taken);
        samples = samples.subspan(given);
    }
}

void ResampleStream::clear() {
    m_impl->rest = {};
    checkSoxr(soxr_clear(m_impl->soxr.get()));
}

} // namespace parley
