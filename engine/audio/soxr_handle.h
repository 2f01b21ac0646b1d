// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/audio.h"
#include "parley/error.h"

#include <soxr.h>

#include <memory>
#include <type_traits>

namespace parley {

struct SoxrCloser {
    void operator()(soxr_t soxr) const noexcept { soxr_delete(soxr); }
};
using SoxrHandle = std::unique_ptr<std::remove_pointer_t<soxr_t>, SoxrCloser>;

/// Throws EngineError (Internal) for what soxr calls a mistake.
inline void checkSoxr(soxr_error_t error) {
    if (error != nullptr) {
        throw EngineError(ErrorCode::Internal, verbatim("resampling"), {}, {}, error);
    }
}

/// From kSampleRate to another rate, mono float32, in one of soxr's qualities (SOXR_HQ, SOXR_VHQ).
[[nodiscard]] inline SoxrHandle openSoxr(double toRate, unsigned long recipe) {
    const soxr_quality_spec_t quality = soxr_quality_spec(recipe, 0);
    soxr_error_t error = nullptr;
    SoxrHandle soxr(soxr_create(kSampleRate, toRate, 1, &error, nullptr, &quality, nullptr));
    checkSoxr(error);
    return soxr;
}

} // namespace parley
