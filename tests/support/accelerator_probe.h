// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/profile.h"
#include "parley/bench.h"
#include "parley/error.h"
#include "parley/listener.h"
#include "parley/request.h"
#include "sampling/code_grid.h"
#include "sampling/sampler.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace parley::test {

// What GPUs compute, computed by the CPU; and our own kernels beside it.

/// What does a step's work beside plain matrices.
enum class Kernels {
    Torch, ///< its operators
    Own,   ///< Parley's for NVIDIA GPUs, run by the CPU
};

/// Draws of a device's sampler for some sequences: logits [N, 2, C, V], one row number and one set of options each.
[[nodiscard]] std::vector<std::int64_t> deviceDraws(const std::vector<sampling::SamplerOptions>& options,
                                                    const std::vector<std::int64_t>& rows,
                                                    const std::vector<float>& logits, std::int64_t channels,
                                                    std::int64_t vocab, Kernels kernels = Kernels::Torch);

/// The rows that a device's grid comes to when it is told of draws [steps, C], from where `grid` stands: [steps, C].
/// Empty where what it notes for the host isn't what was drawn.
[[nodiscard]] std::vector<std::int64_t> deviceRows(const sampling::CodeGrid& grid, const sampling::CodeRules& rules,
                                                   std::int64_t maxTokens, const std::vector<std::int64_t>& drawn,
                                                   Kernels kernels);

/// How a device's steps are done again.
enum class Graphs {
    None,
    Replayed, ///< recorded and replayed, as CUDA does
    Refused,  ///< recording fails
};

/// The demo model speaks requests, all of them together, as a profile says.
[[nodiscard]] std::vector<Speech> demoSpeeches(const backend::BackendProfile& profile,
                                               const std::vector<Request>& requests, Graphs graphs = Graphs::None,
                                               Kernels kernels = Kernels::Torch, bool isWarm = false);

/// How requests end whose steps throw these words in the middle, all of them together; only those that failed.
[[nodiscard]] std::vector<ErrorCode> endingsWhereStepsFail(const std::vector<Request>& requests,
                                                           const std::string& words);

/// What `bench` measures of a device that computes as a profile says, with the demo's sizes.
[[nodiscard]] BenchReport benchOf(const backend::BackendProfile& profile, const BenchOptions& options);

/// Whether the self-test would pass a device that computes as a profile says.
[[nodiscard]] bool passesSelfTest(const backend::BackendProfile& profile);

/// The self-test's share of rows that replaying changes, where `replays` says whether a recording is any good.
[[nodiscard]] double replayDifference(bool replays);

/// The place that is named when a weight of a decoder layer of the demo model is infinite, in a device's step.
[[nodiscard]] std::string placeOfOverflow(std::int64_t layer);

} // namespace parley::test
