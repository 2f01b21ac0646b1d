// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

namespace parley {

/// Mono samples at another rate (soxr, very high quality); round(n · toRate / fromRate) of them, in time with the
/// input. Equal rates return the input to the bit. Throws EngineError OptionInvalid (a rate that is not above zero) and
/// Internal (soxr). Any thread.
[[nodiscard]] std::vector<float> resample(std::span<const float> samples, double fromRate, double toRate);

} // namespace parley
