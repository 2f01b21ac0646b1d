// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decoder_weights.h"
#include "parley/model_options.h"
#include "runtime/model_loader.h"

#include <c10/core/InferenceMode.h>

#include <cstdint>

namespace parley::benchmarks {

/// A model in memory, for a thread that measures its parts. The thread's torch is in inference mode as long.
struct LoadedModel {
    /// Throws EngineError.
    explicit LoadedModel(const ModelOptions& options);

    /// What the decoder keeps of a text of that length.
    [[nodiscard]] model::TextMemory remember(std::int64_t textBytes) const;

    c10::InferenceMode inference;
    runtime::LoadedModel model;
    int threads = 0; ///< that compute
};

} // namespace parley::benchmarks
