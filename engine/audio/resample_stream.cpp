// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/resample_stream.h"

#include "parley/error.h"

#include <soxr.h>

#include <array>
#include <cmath>
#include <cstddef>

namespace parley {
namespace {

struct SoxrCloser {
    void operator()(soxr_t soxr) const noexcept { soxr_delete(soxr); }
};

void check(soxr_error_t error) {
    if (error != nullptr) {
        throw EngineError(ErrorCode::Internal, verbatim("resampling"), {}, {}, error);
    }
}

} // namespace

class ResampleStream::Impl {
public:
    std::unique_ptr<std::remove_pointer_t<soxr_t>, SoxrCloser> soxr;
    std::array<float, 256> block{};
    std::span<const float> rest; ///< of the block, not taken yet
};

ResampleStream::ResampleStream(double toRate) : m_impl(std::make_unique<Impl>()) {
    if (!(toRate > 0.0 && std::isfinite(toRate))) {
        throw EngineError(ErrorCode::OptionInvalid, phrase("sample rate"), phrase("is not above zero"));
    }
    const soxr_quality_spec_t quality = soxr_quality_spec(SOXR_HQ, 0);
    soxr_error_t error = nullptr;
    m_impl->soxr.reset(soxr_create(kSampleRate, toRate, 1, &error, nullptr, &quality, nullptr));
    check(error);
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
        check(soxr_process(m_impl->soxr.get(), m_impl->rest.data(), m_impl->rest.size(), &taken, samples.data(),
                           samples.size(), &given));
        m_impl->rest = m_impl->rest.subspan(taken);
        samples = samples.subspan(given);
    }
}

void ResampleStream::clear() {
    m_impl->rest = {};
    check(soxr_clear(m_impl->soxr.get()));
}

} // namespace parley
