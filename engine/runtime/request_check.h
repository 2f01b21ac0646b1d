// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/dac_layout.h"
#include "checkpoint/dia_config.h"
#include "parley/request.h"
#include "sampling/sampler.h"

#include <cstdint>
#include <vector>

namespace parley::runtime {

/// A request whose every part was found good.
struct CheckedRequest {
    std::vector<std::uint8_t> text; ///< the encoder's bytes, the voice's transcript first
    std::int64_t maxTokens = 0;
    sampling::SamplerOptions sampler; ///< with the seed that will be used
};

/// Throws EngineError: ScriptInvalid, OptionInvalid, AudioUnreadable (a voice that is empty, silent or too long).
[[nodiscard]] CheckedRequest checkRequest(const Request& request, const checkpoint::DiaConfig& dia,
                                          const checkpoint::DacConfig& dac);

} // namespace parley::runtime
