// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/mps_watermarks.h"

#include <cstdlib>

namespace parley::backend {

namespace {

constexpr const char* kHighVariable = "PYTORCH_MPS_HIGH_WATERMARK_RATIO";
constexpr const char* kLowVariable = "PYTORCH_MPS_LOW_WATERMARK_RATIO";

// A whole number, since torch reads it by the locale's rules.
constexpr const char* kRecommended = "1";
constexpr double kTorchsLow = 1.4;

/// As torch reads them; a text that is no number is 0, which means no limit.
double valueOf(const std::string& text) {
    return std::strtod(text.c_str(), nullptr);
}

std::string variable(const char* name) {
    const char* const value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): set here alone, once
    return value == nullptr ? std::string() : value;
}

void set(const char* name, const std::string& value) {
    if (!value.empty()) {
        (void)setenv(name, value.c_str(), /*replace=*/0); // NOLINT(concurrency-mt-unsafe): before torch reads it
    }
}

} // namespace

MpsWatermarks missingWatermarks(const MpsWatermarks& chosen) {
    const bool collectsEarly = valueOf(chosen.low) <= valueOf(kRecommended);
    if (chosen.high.empty()) {
        return {collectsEarly ? kRecommended : "", chosen.low.empty() ? kRecommended : ""};
    }
    const double high = valueOf(chosen.high);
    const bool isRefused = chosen.low.empty() && high > 0 && high < kTorchsLow;
    return {"", isRefused ? chosen.high : ""};
}

void limitMpsMemory() {
    static const bool kIsSet = [] {
        const MpsWatermarks missing = missingWatermarks({variable(kHighVariable), variable(kLowVariable)});
        set(kHighVariable, missing.high);
        set(kLowVariable, missing.low);
        return true;
    }();
    (void)kIsSet;
}

} // namespace parley::backend
