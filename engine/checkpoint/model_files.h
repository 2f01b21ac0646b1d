// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/dac_layout.h"
#include "checkpoint/dia_layout.h"
#include "checkpoint/tensor_source.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace parley::checkpoint {

/// A Dia checkpoint whose header was read: where its weights are and how the network wants them.
struct DiaFiles {
    std::unique_ptr<TensorSource> source;
    DiaConfig config;
    DiaNaming naming;
    std::vector<WeightPlan> plan;
    std::filesystem::path configFile{}; ///< the config.json that counted; empty if there was none

    /// Everything that the weights depend on; none if they are made up.
    [[nodiscard]] std::vector<std::filesystem::path> sourceFiles() const;
};

struct DacFiles {
    std::unique_ptr<TensorSource> source;
    DacPlan plan;
};

/// Opens the weights at `path`: a file, a shard index, or a folder that holds either. Reads headers only.
/// Throws EngineError: ModelNotFound, CheckpointCorrupt, UnsupportedLayout (also when a folder leaves a choice).
[[nodiscard]] std::unique_ptr<TensorSource> openWeights(const std::filesystem::path& path);

/// A config.json on its own. Throws EngineError: ModelNotFound, UnsupportedLayout, CheckpointCorrupt.
[[nodiscard]] DiaConfig readDiaConfig(const std::filesystem::path& path);

/// Opens a Dia checkpoint with its config.json: `configPath` if given, else the one beside the weights. Without any,
/// the sizes come from the tensors and `generation` must be given; if given, it always decides.
/// Throws EngineError: as openWeights(), and OptionInvalid when the generation can't be told.
[[nodiscard]] DiaFiles openDia(const std::filesystem::path& path, const std::filesystem::path& configPath,
                               std::optional<Generation> generation);

/// Opens a codec. Throws EngineError as openWeights().
[[nodiscard]] DacFiles openDac(const std::filesystem::path& path);

} // namespace parley::checkpoint
