// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace parley {

/// Which model to use, and how to compute with it.
struct ModelOptions {
    std::filesystem::path model{};  ///< checkpoint file, shard index, or a folder with either
    std::filesystem::path config{}; ///< its config.json, if that doesn't lie beside it
    std::filesystem::path codec{};  ///< the codec's file or folder
    std::string generation{};       ///< "", "0.1" or "0626": needed only where the checkpoint doesn't tell
    bool demo = false; ///< a tiny untrained model in place of model and codec: everything runs, the sound is noise
    std::string device = "auto"; ///< auto, cpu, cuda, cuda:N, mps
    std::string dtype = "auto";  ///< auto, float32, float16, bfloat16, int8, int4
    int threads = 0;             ///< 0: one per physical core
    bool tf32 = false;           ///< float32 on an NVIDIA GPU: its products may be rounded to TF32, for speed
    std::filesystem::path
        packedCache{}; ///< folder for int8 and int4 weights, to be ready sooner next time; empty: none
};

/// Where packed weights are kept unless told otherwise: $PARLEY_CACHE_DIR, or a folder in the user's cache; empty if
/// there is neither. Makes nothing. Any thread.
[[nodiscard]] std::filesystem::path defaultPackedCache();

} // namespace parley
