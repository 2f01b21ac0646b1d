// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/profile.h"
#include "checkpoint/dac_layout.h"
#include "checkpoint/dia_config.h"
#include "checkpoint/dia_layout.h"
#include "parley/error.h"
#include "parley/memory.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::runtime {

/// What a request needs caches for; nothing by default.
struct RequestSize {
    std::int64_t rows = 0; ///< of codes
    std::int64_t textBytes = 0;
};

/// A model's sizes; what they come from lives longer.
struct ModelSizes {
    const checkpoint::DiaConfig& dia;
    const std::vector<checkpoint::WeightPlan>& plan;
    const checkpoint::DacConfig& dac;
};

/// How a device ("cpu", "cuda:0", "mps") computes in a number format; nothing where it doesn't.
[[nodiscard]] std::optional<backend::BackendProfile> profileNamed(const std::string& device, const std::string& dtype);

/// What a model takes in a profile, with one request's caches. A pure function.
[[nodiscard]] MemoryNeed memoryNeed(const ModelSizes& sizes, const backend::BackendProfile& profile,
                                    const RequestSize& request);

/// Nothing if `need` fits into `freeBytes` (0: not known, anything fits). Else an OutOfMemory that has both figures and
/// the smaller setting that would fit: another format of the device, fewer rows, or none. A pure function.
[[nodiscard]] std::optional<Error> memoryError(const ModelSizes& sizes, const backend::BackendProfile& profile,
                                               const RequestSize& request, std::uint64_t freeBytes);

/// Nothing if another request's caches fit beside a model that is loaded; else as memoryError().
[[nodiscard]] std::optional<Error> cacheError(const ModelSizes& sizes, const backend::BackendProfile& profile,
                                              const RequestSize& request, std::uint64_t freeBytes);

} // namespace parley::runtime
