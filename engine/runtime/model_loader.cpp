// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/model_loader.h"

#include "accelerator/cuda_plugin.h"
#include "accelerator/device_codec.h"
#include "backend/device_memory.h"
#include "backend/parallel.h"
#include "checkpoint/quantized_source.h"
#include "checkpoint/random_tensors.h"
#include "codec/dac_model.h"
#include "model/memory_size.h"
#include "model/weight_reader.h"
#include "parley/error.h"
#include "runtime/device_verdict.h"
#include "runtime/edge.h"
#include "runtime/read_progress.h"
#include "runtime/stopwatch.h"

#include <optional>

namespace parley::runtime {

namespace {

constexpr std::uint64_t kDemoSeed = 2;

std::optional<checkpoint::Generation> generationOf(const ModelOptions& options) {
    if (options.generation.empty()) {
        return std::nullopt;
    }
    if (options.generation == "0.1") {
        return checkpoint::Generation::V0_1;
    }
    if (options.generation == "0626") {
        return checkpoint::Generation::V0626;
    }
    throw EngineError(ErrorCode::OptionInvalid, optionPhrase("--generation", options.generation),
                      phrase("is not a generation of Dia"), phrase("use 0.1 or 0626"));
}

void requireFit(const ModelFiles& files) {
    const checkpoint::DiaConfig& dia = files.dia.config;
    const checkpoint::DacConfig& dac = files.dac.plan.config;
    if (dia.decoder.channels != dac.codebooks || dac.codebookSize != dia.eos) {
        throw EngineError(ErrorCode::UnsupportedLayout, files.dac.source->path(),
                          phrase("has %1 codebooks of %2 entries, the model speaks %3 channels of %4", dac.codebooks,
                                 dac.codebookSize, dia.decoder.channels, dia.eos),
                          phrase("use the 44 kHz codec that Dia was made for"));
    }
}

/// Takes weights from the cache where it has them, and from the checkpoint where it doesn't.
struct Loader {
    const ModelFiles& files;
    const std::stop_token& stop;
    const backend::BytesRead& bytesRead;
    LoadedModel& loaded;

    [[nodiscard]] model::Weights networkWeights() const {
        return load<model::Weights>(
            files.diaCache, *files.dia.source,
            [&](const auto& file) { return model::mapWeights(file, files.dia, files.target); },
            [&] { return model::readWeights(files.dia, files.target, stop, bytesRead); });
    }

    [[nodiscard]] codec::CodecWeights codecWeights() const {
        return load<codec::CodecWeights>(
            files.dacCache, *files.dac.source,
            [&](const auto& file) { return codec::CodecWeights(file, files.dac.plan, stop); },
            [&] { return codec::CodecWeights(files.dac, stop, bytesRead); });
    }

private:
    template <typename Weights, typename Map, typename Read>
    [[nodiscard]] Weights load(const PackedCache& cache, const checkpoint::TensorSource& source, const Map& map,
                               const Read& readAll) const {
        const auto trouble = [&](const Error& error) { loaded.cacheTrouble = error; };
        const auto total = static_cast<double>(totalBytes(source)); // the file's is another one
        const auto read = [&](double share) { bytesRead(static_cast<std::uint64_t>(share * total)); };
        if (const auto file = cache.open(stop, trouble, read)) {
            auto mapped = atEdge([&] { return map(file); });
            if (mapped.ok()) {
                return std::move(mapped.value());
            }
            trouble(mapped.error());
        }
        Weights weights = readAll();
        if (cache.isUsed()) {
            loaded.unkept.push_back({cache, weights.memory()});
        }
        return weights;
    }
};

std::unique_ptr<codec::Codec> codecOn(const backend::ComputeTarget& target, const checkpoint::DacConfig& config,
                                      codec::CodecWeights weights) {
    if (backend::isAccelerated(target.profile)) {
        return std::make_unique<accelerator::DeviceCodec>(config, std::move(weights), target.profile.codecWindows,
                                                          target.device);
    }
    return std::make_unique<codec::DacModel>(config, std::move(weights));
}

} // namespace

checkpoint::DiaFiles openDiaFiles(const ModelOptions& options) {
    const std::optional<checkpoint::Generation> generation = generationOf(options);
    if (options.demo) {
        checkpoint::DiaFiles files;
        files.config = checkpoint::tinyDiaConfig();
        files.source = checkpoint::randomDia(files.config, kDemoSeed);
        files.plan = checkpoint::planDiaWeights(files.config, files.naming);
        return files;
    }
    return checkpoint::openDia(options.model, options.config, generation);
}

checkpoint::DacFiles openDacFiles(const ModelOptions& options) {
    if (options.demo) {
        checkpoint::DacFiles files;
        files.source = checkpoint::randomDac(checkpoint::tinyDacConfig(), kDemoSeed);
        files.plan = checkpoint::planDac(*files.source);
        return files;
    }
    return checkpoint::openDac(options.codec);
}

namespace {

/// Auto's narrower formats are for what a step has to read from memory. A network that stays in a processor's caches
/// gains nothing by them, so it computes the reference's numbers. A smaller copy computes in what it is held in.
std::string dtypeFor(const ModelOptions& options, const checkpoint::DiaFiles& dia, DeviceKind device) {
    constexpr std::uint64_t kSmall = std::uint64_t{64} << 20U;
    if (options.dtype != "auto") {
        return options.dtype;
    }
    if (const std::string_view held = checkpoint::quantizedFormat(*dia.source);
        !held.empty() && device == DeviceKind::Cpu) {
        return std::string(held);
    }
    return model::weightBytes(dia.plan, backend::BackendProfile{}) < kSmall ? "float32" : options.dtype;
}

} // namespace

ModelFiles openModelFiles(const ModelOptions& options, const std::stop_token& stop) {
    ModelFiles files;
    // Before the files: a device that isn't there is told at once.
    files.target = triedTarget(options.device, options.dtype, stop);
    files.dia = openDiaFiles(options);
    if (const std::string dtype = dtypeFor(options, files.dia, files.target.profile.device); dtype != options.dtype) {
        files.target = triedTarget(options.device, dtype, stop);
    }
    files.target.tf32 = options.tf32;
    files.dac = openDacFiles(options);
    requireFit(files);
    backend::setThreads(options.threads);
    if (kernels::isPacked(files.target.stepFormat) && !backend::isAccelerated(files.target.profile)) {
        const std::string generation(checkpoint::name(files.dia.config.generation));
        files.diaCache = {options.packedCache, files.dia.sourceFiles(), files.target.dtypeName + "-" + generation};
        files.dacCache = {options.packedCache, files.dac.source->files(), "codec"};
    }
    return files;
}

void requireMemory(const ModelFiles& files, const RequestSize& request, bool isLoaded) {
    const ModelSizes sizes{files.dia.config, files.dia.plan, files.dac.plan.config};
    const std::uint64_t freeBytes = backend::freeBytesOf(files.target.device);
    const auto error = isLoaded ? cacheError(sizes, files.target.profile, request, freeBytes)
                                : memoryError(sizes, files.target.profile, request, freeBytes);
    if (error) {
        throw EngineError(*error);
    }
}

std::unique_ptr<codec::Codec> loadCodec(const checkpoint::DacFiles& files, const backend::ComputeTarget& target,
                                        const std::stop_token& stop, const backend::BytesRead& bytesRead) {
    return codecOn(target, files.plan.config, codec::CodecWeights(files, stop, bytesRead));
}

LoadedModel loadModel(const ModelFiles& files, const std::stop_token& stop, const OnLoading& onLoading) {
    const Stopwatch watch;
    ReadProgress progress(totalBytes(*files.dia.source) + totalBytes(*files.dac.source), onLoading);
    const backend::BytesRead bytesRead = progress.adder();
    LoadedModel loaded;
    loaded.target = files.target;
    backend::prepareDevice(files.target.device, files.target.tf32);
    const Loader loader{files, stop, bytesRead, loaded};
    const backend::ComputeTarget& target = files.target;
    loaded.dac = codecOn(target, files.dac.plan.config, loader.codecWeights());
    if (backend::isAccelerated(target.profile)) {
        loaded.network =
            std::make_unique<accelerator::Network>(files.dia, target, accelerator::opsFor(target), stop, bytesRead);
    } else {
        loaded.dia = std::make_unique<model::DiaModel>(files.dia.config, loader.networkWeights(), target.dtype, stop);
    }
    loaded.loadSeconds = watch.seconds();
    return loaded;
}

} // namespace parley::runtime
