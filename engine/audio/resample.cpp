// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "audio/resample.h"

#include "audio/soxr_handle.h"

#include <cmath>
#include <cstddef>

namespace parley {

std::vector<float> resample(std::span<const float> samples, double fromRate, double toRate) {
    if (!(fromRate > 0.0 && toRate > 0.0 && std::isfinite(fromRate) && std::isfinite(toRate))) {
        throw EngineError(ErrorCode::OptionInvalid, phrase("sample rate"), phrase("is not above zero"));
    }
    if (fromRate == toRate) {
        return {samples.begin(), samples.end()};
    }
    const double length = std::round(static_cast<double>(samples.size()) * toRate / fromRate);
    std::vector<float> result(static_cast<std::size_t>(length)); // soxr may end a sample early: that one stays zero
    if (result.empty()) {
        return result; // soxr follows the null pointer of an empty buffer
    }
    const soxr_quality_spec_t quality = soxr_quality_spec(SOXR_VHQ, 0);
    checkSoxr(soxr_oneshot(fromRate, toRate, 1, samples.data(), samples.size(), nullptr, result.data(), result.size(),
                           nullptr, nullptr, &quality, nullptr));
    return result;
}

} // namespace parley
