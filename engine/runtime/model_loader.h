// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accelerator/network.h"
#include "backend/device.h"
#include "checkpoint/model_files.h"
#include "codec/codec.h"
#include "model/dia_model.h"
#include "parley/model_options.h"
#include "runtime/cache_writer.h"
#include "runtime/memory_need.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace parley::runtime {

/// A checkpoint and a codec whose headers were read; cheap to have.
struct ModelFiles {
    checkpoint::DiaFiles dia;
    checkpoint::DacFiles dac;
    backend::ComputeTarget target;
    PackedCache diaCache{}; ///< both only where packed weights are wanted and may be kept
    PackedCache dacCache{};
};

/// The same in memory.
struct LoadedModel {
    std::unique_ptr<model::DiaModel> dia;            ///< on the CPU
    std::unique_ptr<accelerator::Network> network{}; ///< in its place on a GPU
    std::unique_ptr<codec::Codec> dac;
    backend::ComputeTarget target;
    double loadSeconds = 0;
    std::vector<Unkept> unkept;        ///< what was packed just now and may be kept
    std::optional<Error> cacheTrouble; ///< why packed weights that had been kept could not be used
};

/// Bytes read of bytes in all. From any compute thread, one at a time.
using OnLoading = std::function<void(std::uint64_t done, std::uint64_t total)>;

/// All of these throw EngineError.
[[nodiscard]] checkpoint::DiaFiles openDiaFiles(const ModelOptions& options);
[[nodiscard]] checkpoint::DacFiles openDacFiles(const ModelOptions& options);
/// Also checks that codec and model fit each other, and that the device and dtype can be had; a GPU is tried before its
/// first use (triedTarget()), which a stop ends.
[[nodiscard]] ModelFiles openModelFiles(const ModelOptions& options, const std::stop_token& stop);
/// Throws EngineError (OutOfMemory) where the model with a request's caches, or the caches beside a loaded one, are
/// larger than what is free.
void requireMemory(const ModelFiles& files, const RequestSize& request, bool isLoaded);
/// A codec on the target's device. Throws EngineError: CheckpointCorrupt, Cancelled.
[[nodiscard]] std::unique_ptr<codec::Codec> loadCodec(const checkpoint::DacFiles& files,
                                                      const backend::ComputeTarget& target, const std::stop_token& stop,
                                                      const backend::BytesRead& bytesRead);
[[nodiscard]] LoadedModel loadModel(const ModelFiles& files, const std::stop_token& stop, const OnLoading& onLoading);

} // namespace parley::runtime
