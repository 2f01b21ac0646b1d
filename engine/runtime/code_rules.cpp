// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/code_rules.h"

#include "backend/host_values.h"

namespace parley::runtime {

sampling::CodeRules rulesOf(const checkpoint::DiaConfig& config) {
    return {.delay = config.delay, .eos = config.eos, .pad = config.pad, .bos = config.bos, .codes = config.eos};
}

at::Tensor rowsAsTensor(const sampling::CodeGrid& grid, std::int64_t first, std::int64_t count) {
    const auto channels = static_cast<std::int64_t>(grid.row(first).size());
    const auto from =
        grid.tokens().subspan(static_cast<std::size_t>(first * channels), static_cast<std::size_t>(count * channels));
    return backend::idTensor(from, {count, channels});
}

} // namespace parley::runtime
