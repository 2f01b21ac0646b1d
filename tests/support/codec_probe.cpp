// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "support/codec_probe.h"

#include "accelerator/device_codec.h"
#include "backend/parallel.h"
#include "checkpoint/model_files.h"
#include "codec/dac_model.h"
#include "codec/streaming_decoder.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/zeros.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <memory>

namespace parley::test {

namespace {

constexpr std::int64_t kCodebooks = 9;

/// The codec as a device has it, on the CPU; or our own.
std::unique_ptr<codec::Codec> load(const CodecProbe& probe, const backend::CodecWindows& windows = {}) {
    const checkpoint::DacFiles files = checkpoint::openDac(probe.path);
    if (probe.isAccelerated) {
        return std::make_unique<accelerator::DeviceCodec>(files.plan.config, codec::CodecWeights(files, {}, {}),
                                                          windows, at::kCPU);
    }
    return std::make_unique<codec::DacModel>(files, std::stop_token(), backend::BytesRead());
}

void append(std::vector<float>& sound, const std::vector<float>& piece) {
    sound.insert(sound.end(), piece.begin(), piece.end());
}

} // namespace

std::vector<std::int64_t> CodecProbe::encodeInWindows(const std::vector<float>& sound,
                                                      const backend::CodecWindows& windows) const {
    const c10::InferenceMode inference;
    backend::prepareThread();
    return load(*this, windows)->encode(sound, {});
}

std::vector<std::int64_t> CodecProbe::encodeInOnePiece(const std::vector<float>& sound) const {
    const c10::InferenceMode inference;
    backend::prepareThread();
    const checkpoint::DacFiles files = checkpoint::openDac(path);
    codec::CodecWeights weights(files, {}, {});
    const codec::DacEncoder encoder(files.plan.config, weights);
    const codec::Quantizer quantizer(files.plan.config, weights);
    codec::Scratch scratch;
    const std::int64_t hop = files.plan.config.hop();
    const auto frames = (static_cast<std::int64_t>(sound.size()) + hop - 1) / hop;
    const at::Tensor x = at::zeros({frames * hop, 1});
    std::copy(sound.begin(), sound.end(), x.mutable_data_ptr<float>());
    const at::Tensor codes = quantizer.encode(encoder(x, {std::stop_token(), scratch})).contiguous();
    return {codes.const_data_ptr<std::int64_t>(), codes.const_data_ptr<std::int64_t>() + codes.numel()};
}

std::vector<float> CodecProbe::decodeInOnePiece(const std::vector<std::int64_t>& codes) const {
    const c10::InferenceMode inference;
    backend::prepareThread();
    return load(*this)->decode(codes, 0, static_cast<std::int64_t>(codes.size()) / kCodebooks, {});
}

std::vector<float> CodecProbe::decodeAsStream(const std::vector<std::int64_t>& codes, std::int64_t framesAtATime,
                                              const backend::CodecWindows& windows) const {
    const c10::InferenceMode inference;
    backend::prepareThread();
    const std::unique_ptr<codec::Codec> dac = load(*this, windows);
    codec::StreamingDecoder stream(*dac, windows);
    std::vector<float> sound;
    const auto step = static_cast<std::size_t>(framesAtATime * kCodebooks);
    for (std::size_t first = 0; first < codes.size(); first += step) {
        stream.push(std::span(codes).subspan(first, std::min(step, codes.size() - first)));
        for (std::vector<float> piece = stream.next({}); !piece.empty(); piece = stream.next({})) {
            append(sound, piece);
        }
    }
    for (std::vector<float> piece = stream.drain({}); !piece.empty(); piece = stream.drain({})) {
        append(sound, piece);
    }
    return sound;
}

std::int64_t CodecProbe::contextFrames() const {
    return load(*this)->contextFrames();
}

} // namespace parley::test
