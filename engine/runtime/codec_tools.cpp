// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/device_memory.h"
#include "backend/parallel.h"
#include "parley/codec.h"
#include "runtime/edge.h"
#include "runtime/model_loader.h"

#include <c10/core/InferenceMode.h>

namespace parley {

namespace {

/// Frames decoded at a time; their sound is put together.
constexpr std::int64_t kDecodeFrames = 128;

std::unique_ptr<codec::Codec> loadCodec(const ModelOptions& options, const std::stop_token& stop) {
    backend::setThreads(options.threads);
    const backend::ComputeTarget target = backend::chooseTarget(options.device, options.dtype);
    backend::prepareDevice(target.device, options.tf32);
    return runtime::loadCodec(runtime::openDacFiles(options), target, stop, {});
}

void requireKnownCodes(const Codes& codes, const checkpoint::DacConfig& config) {
    if (codes.channels != config.codebooks) {
        throw EngineError(ErrorCode::OptionInvalid, verbatim("the codes"),
                          verbatim("have " + std::to_string(codes.channels) + " channels, the codec has " +
                                   std::to_string(config.codebooks)),
                          verbatim("use codes of this codec"));
    }
    if (codes.values.empty()) {
        throw EngineError(ErrorCode::OptionInvalid, verbatim("the codes"), verbatim("hold no frames"),
                          verbatim("encode a sound file first"));
    }
    for (const std::int64_t code : codes.values) {
        if (code < 0 || code >= config.codebookSize) {
            throw EngineError(ErrorCode::OptionInvalid, verbatim("the codes"),
                              verbatim("hold the id " + std::to_string(code)),
                              verbatim("the codec has 0 to " + std::to_string(config.codebookSize - 1)));
        }
    }
}

} // namespace

Result<Codes> encodeSound(const ModelOptions& options, const AudioClip& clip, const std::stop_token& stop) {
    return runtime::atEdge([&] {
        const c10::InferenceMode inference;
        backend::prepareThread();
        const std::unique_ptr<codec::Codec> dac = loadCodec(options, stop);
        return Codes{dac->encode(clip.samples, stop), dac->config().codebooks};
    });
}

Result<AudioClip> decodeCodes(const ModelOptions& options, const Codes& codes, const std::stop_token& stop) {
    return runtime::atEdge([&] {
        const c10::InferenceMode inference;
        backend::prepareThread();
        const std::unique_ptr<codec::Codec> dac = loadCodec(options, stop);
        requireKnownCodes(codes, dac->config());
        AudioClip clip;
        for (std::int64_t begin = 0; begin < codes.frames(); begin += kDecodeFrames) {
            const std::int64_t end = std::min(begin + kDecodeFrames, codes.frames());
            const std::vector<float> piece = dac->decode(codes.values, begin, end, stop);
            clip.samples.insert(clip.samples.end(), piece.begin(), piece.end());
        }
        return clip;
    });
}

} // namespace parley
