// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "support/network_probe.h"

#include "accelerator/forced_steps.h"
#include "backend/device.h"
#include "backend/device_memory.h"
#include "backend/parallel.h"
#include "model/decode_step.h"
#include "model/dia_model.h"
#include "model/weight_reader.h"
#include "runtime/model_loader.h"
#include "support/cpu_target.h"

#include <ATen/Context.h>
#include <ATen/TensorOperators.h>
#include <ATen/core/Tensor.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/empty.h>
#include <c10/core/InferenceMode.h>

namespace parley::test {

namespace {

model::DiaModel load(const std::filesystem::path& path, const std::string& dtype) {
    return {checkpoint::openDia(path, {}, std::nullopt), backend::chooseTarget("cpu", dtype), {}, {}};
}

std::vector<float> asVector(const at::Tensor& tensor) {
    const at::Tensor flat = tensor.contiguous();
    return {flat.const_data_ptr<float>(), flat.const_data_ptr<float>() + flat.numel()};
}

} // namespace

namespace {

std::vector<float> logitsOf(const model::DiaModel& dia, const std::vector<std::uint8_t>& text,
                            const std::vector<std::int64_t>& tokens) {
    const std::int64_t channels = dia.config().decoder.channels;
    const auto steps = static_cast<std::int64_t>(tokens.size()) / channels;
    const model::TextMemory memory = dia.decoder().remember(dia.encoder()(text, {}), {});
    model::SequenceCache unconditional = dia.decoder().makeCache(steps);
    model::SequenceCache conditional = dia.decoder().makeCache(steps);
    model::DecodeStep decodeStep(dia.decoder().weights());
    std::vector<float> logits;
    for (std::int64_t step = 0; step < steps; ++step) {
        const auto own =
            std::span(tokens).subspan(static_cast<std::size_t>(step * channels), static_cast<std::size_t>(channels));
        std::vector<std::int64_t> both(own.begin(), own.end());
        both.insert(both.end(), own.begin(), own.end());
        const std::vector<model::DecoderRow> rows = {{&unconditional, nullptr, step}, {&conditional, &memory, step}};
        const std::span<const float> values = decodeStep(both, rows);
        logits.insert(logits.end(), values.begin(), values.end());
    }
    return logits;
}

} // namespace

backend::ComputeTarget onTheCpu(const backend::BackendProfile& profile) {
    backend::ComputeTarget target =
        backend::targetOf({.id = profile.device == DeviceKind::Mps ? "mps" : "cuda:0", .kind = profile.device},
                          std::string(backend::name(profile.format)));
    target.device = at::kCPU;
    target.profile = profile;
    return target;
}

std::vector<float> stepLogits(const std::filesystem::path& model, const std::string& dtype,
                              const std::vector<std::uint8_t>& text, const std::vector<std::int64_t>& tokens) {
    const c10::InferenceMode inference;
    backend::prepareThread();
    return logitsOf(load(model, dtype), text, tokens);
}

std::vector<float> profileLogits(const std::filesystem::path& path, const backend::BackendProfile& profile,
                                 const std::vector<std::uint8_t>& text, const std::vector<std::int64_t>& tokens) {
    const c10::InferenceMode inference;
    backend::prepareThread();
    const checkpoint::DiaFiles files = checkpoint::openDia(path, {}, std::nullopt);
    const backend::ComputeTarget target = onTheCpu(profile);
    if (backend::isAccelerated(profile)) {
        return accelerator::forcedSteps(accelerator::Network(files, target, accelerator::torchOps(), {}, {}), text,
                                        tokens, {});
    }
    return logitsOf(model::DiaModel(files, target, {}, {}), text, tokens);
}

namespace {

/// One guided sequence: two rows that share their tokens.
struct Pair {
    model::SequenceCache unconditional;
    model::SequenceCache conditional;
    const model::TextMemory* text;
    std::int64_t position = 0;
};

/// One step of all pairs in one call, the unconditional rows first: [2, N, C, V].
std::vector<float> stepOf(model::DecodeStep& step, const std::vector<Pair*>& pairs,
                          const std::vector<std::int64_t>& tokens, std::int64_t channels) {
    std::vector<model::DecoderRow> rows;
    std::vector<std::int64_t> row;
    for (const bool isConditional : {false, true}) {
        for (Pair* pair : pairs) {
            rows.push_back({isConditional ? &pair->conditional : &pair->unconditional,
                            isConditional ? pair->text : nullptr, pair->position});
            const auto first = tokens.begin() + pair->position * channels;
            row.insert(row.end(), first, first + channels);
        }
    }
    const std::span<const float> logits = step(row, rows);
    for (Pair* pair : pairs) {
        ++pair->position;
    }
    return {logits.begin(), logits.end()};
}

} // namespace

std::vector<float> meetingLogits(const std::filesystem::path& model, const std::string& dtype, std::int64_t sequences,
                                 const std::vector<std::int64_t>& tokens, bool together) {
    const c10::InferenceMode inference;
    backend::prepareThread();
    const model::DiaModel dia = load(model, dtype);
    const std::int64_t channels = dia.config().decoder.channels;
    const std::vector<std::uint8_t> text = {1, 65, 66, 67, 2, 68};
    const model::TextMemory memory = dia.decoder().remember(dia.encoder()(text, {}), {});
    model::DecodeStep step(dia.decoder().weights());
    std::vector<Pair> pairs;
    for (std::int64_t n = 0; n < sequences; ++n) {
        pairs.push_back({dia.decoder().makeCache(sequences + 1), dia.decoder().makeCache(sequences + 1), &memory});
        for (std::int64_t before = 0; before < n; ++before) {
            (void)stepOf(step, {&pairs.back()}, tokens, channels);
        }
    }
    const auto each = static_cast<std::size_t>(channels * dia.config().decoder.vocab);
    const auto count = static_cast<std::size_t>(sequences);
    std::vector<float> all(2 * count * each);
    if (together) {
        std::vector<Pair*> everyone;
        for (Pair& pair : pairs) {
            everyone.push_back(&pair);
        }
        const std::vector<float> logits = stepOf(step, everyone, tokens, channels);
        for (std::size_t n = 0; n < 2 * count; ++n) {
            std::copy_n(logits.begin() + static_cast<std::ptrdiff_t>(n * each), each,
                        all.begin() + static_cast<std::ptrdiff_t>((n % count * 2 + n / count) * each));
        }
        return all;
    }
    for (std::size_t n = 0; n < count; ++n) {
        const std::vector<float> logits = stepOf(step, {&pairs[n]}, tokens, channels);
        std::copy(logits.begin(), logits.end(), all.begin() + static_cast<std::ptrdiff_t>(2 * n * each));
    }
    return all;
}

std::vector<float> encoderOut(const std::filesystem::path& model, const std::vector<std::uint8_t>& text) {
    const c10::InferenceMode inference;
    backend::prepareThread();
    return asVector(load(model, "float32").encoder()(text, {}));
}

double linearError(const std::string& dtype, std::int64_t rows) {
    const c10::InferenceMode inference;
    backend::prepareThread();
    // Sizes that no block divides.
    const at::Tensor weight = at::arange(1037 * 75, at::kFloat).mul(0.37).sin().view({1037, 75});
    const at::Tensor x = at::arange(rows * 75, at::kFloat).mul(0.11).cos().view({rows, 75});
    const at::Tensor stored = weight.to(backend::chooseTarget("cpu", dtype).dtype);
    const at::Tensor expected = x.to(at::kDouble).mm(stored.to(at::kDouble).t());
    return (model::Linear(stored)(x).to(at::kDouble) - expected).abs().max().item<double>();
}

HeldBytes heldBytes(const std::string& dtype, std::int64_t rows, std::int64_t textBytes) {
    const c10::InferenceMode inference;
    backend::prepareThread();
    const backend::ComputeTarget target = backend::chooseTarget("cpu", dtype);
    const checkpoint::DiaFiles files = runtime::openDiaFiles({.demo = true});
    model::Weights weights = model::readWeights(files, target, {}, {});
    HeldBytes held;
    for (const auto& [name, tensor] : weights.memory()) {
        held.weights += tensor.nbytes();
    }
    const model::DiaModel dia(files.config, std::move(weights), target.dtype, {});
    const auto add = [&](const auto& layers) {
        for (const auto& layer : layers) {
            held.caches += layer.k.nbytes() + layer.v.nbytes();
        }
    };
    add(dia.decoder().makeCache(rows)); // the unconditional row's
    add(dia.decoder().makeCache(rows));
    const std::vector<std::uint8_t> text(static_cast<std::size_t>(textBytes), 'a');
    add(dia.decoder().remember(dia.encoder()(text, {}), {}));
    return held;
}

Tf32 tf32After(bool allowed) {
    backend::allowTf32(allowed);
    return {at::globalContext().allowTF32CuBLAS(), at::globalContext().allowTF32CuDNN()};
}

bool wantsTf32(const ModelOptions& options) {
    return runtime::openModelFiles(options, {}).target.tf32;
}

} // namespace parley::test
