// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/tensor_source.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

namespace parley::checkpoint {

/// The two published generations. They differ in the network: V0_1 applies RoPE in cross-attention, too.
enum class Generation { V0_1, V0626 };

[[nodiscard]] std::string_view name(Generation generation) noexcept; ///< "0.1", "0626"

/// Sizes of a Dia network, as its config.json states them.
struct DiaConfig {
    struct Encoder {
        std::int64_t layers = 0;
        std::int64_t hidden = 0;
        std::int64_t ffn = 0;
        std::int64_t heads = 0;
        std::int64_t headDim = 0;
        std::int64_t vocab = 256;
        std::int64_t maxPositions = 1024; ///< bytes of text
    };
    struct Decoder {
        std::int64_t layers = 0;
        std::int64_t hidden = 0;
        std::int64_t ffn = 0;
        std::int64_t queryHeads = 0;
        std::int64_t kvHeads = 0;
        std::int64_t headDim = 0;
        std::int64_t crossQueryHeads = 0;
        std::int64_t crossKvHeads = 0;
        std::int64_t crossHeadDim = 0;
        std::int64_t channels = 9;
        std::int64_t vocab = 1028;
        std::int64_t maxPositions = 3072; ///< rows of codes
    };
    Encoder encoder;
    Decoder decoder;
    std::vector<std::int64_t> delay = {0, 8, 9, 10, 11, 12, 13, 14, 15}; ///< rows, one entry a channel
    std::int64_t eos = 1024;
    std::int64_t pad = 1025;
    std::int64_t bos = 1026;
    double normEps = 1e-5;
    double ropeTheta = 10000.0;
    Generation generation = Generation::V0626;
};

/// Reads either form of config.json. Every size is held against sane bounds, since it decides what gets allocated.
/// Throws EngineError (UnsupportedLayout, CheckpointCorrupt) naming `path` and the entry.
[[nodiscard]] DiaConfig parseDiaConfig(const nlohmann::json& json, const std::filesystem::path& path);

/// The sizes as the shapes of the tensors tell them, for checkpoints without a config.json. Lengths and ids are the
/// released model's. Throws EngineError (UnsupportedLayout) when the shapes don't tell.
[[nodiscard]] DiaConfig inferDiaConfig(const TensorSource& source, Generation generation);

/// Throws EngineError (UnsupportedLayout) unless all sizes are in bounds and fit each other.
void validate(const DiaConfig& config, const std::filesystem::path& path);

} // namespace parley::checkpoint
