// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "audio/push_resampler.h"

#include "audio/soxr_handle.h"

#include <array>
#include <cstddef>

namespace parley {

class PushResampler::Impl {
public:
    SoxrHandle soxr;
    std::array<float, 4096> block{};

    /// Null samples: there are no more.
    std::vector<float> push(const float* samples, std::size_t count) {
        std::vector<float> result;
        std::size_t given = block.size();
        while (count > 0 || given == block.size()) {
            std::size_t taken = 0;
            checkSoxr(soxr_process(soxr.get(), samples, count, &taken, block.data(), block.size(), &given));
            samples = samples == nullptr ? nullptr : samples + taken;
            count -= taken;
            result.insert(result.end(), block.begin(), block.begin() + static_cast<std::ptrdiff_t>(given));
        }
        return result;
    }
};

PushResampler::PushResampler(double toRate) : m_impl(std::make_unique<Impl>()) {
    m_impl->soxr = openSoxr(toRate, SOXR_VHQ);
}

PushResampler::~PushResampler() = default;

std::vector<float> PushResampler::put(std::span<const float> samples) {
    return samples.empty() ? std::vector<float>() : m_impl->push(samples.data(), samples.size());
}

std::vector<float> PushResampler::finish() {
    return m_impl->push(nullptr, 0);
}

} // namespace parley
