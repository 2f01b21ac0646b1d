// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/bench.h"
#include "runtime/model_loader.h"

#include <stop_token>

namespace parley::runtime {

/// Measures the text, the decoder and the memory of a GPU that the model is on. Throws EngineError.
void benchDevice(const BenchOptions& options, const LoadedModel& model, const std::stop_token& stop,
                 BenchReport& report);

} // namespace parley::runtime
