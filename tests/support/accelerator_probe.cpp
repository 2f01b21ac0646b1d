// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "support/accelerator_probe.h"

#include "accelerator/device_grid.h"
#include "accelerator/device_sampler.h"
#include "backend/host_values.h"
#include "backend/parallel.h"
#include "checkpoint/random_tensors.h"
#include "cuda/own_ops.h"
#include "runtime/bench_device.h"
#include "runtime/device_speaker.h"
#include "runtime/device_verdict.h"
#include "runtime/generator.h"
#include "runtime/make_speaker.h"
#include "runtime/model_loader.h"
#include "runtime/replay_check.h"
#include "support/cpu_target.h"
#include "support/huge_weights.h"
#include "support/recording_listener.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/zeros.h>
#include <c10/core/InferenceMode.h>

#include <deque>
#include <limits>
#include <stdexcept>

namespace parley::test {

namespace {

constexpr std::int64_t kEos = 1024;

std::vector<std::int64_t> asVector(const at::Tensor& tensor) {
    const at::Tensor flat = tensor.contiguous();
    return {flat.const_data_ptr<std::int64_t>(), flat.const_data_ptr<std::int64_t>() + flat.numel()};
}

/// What CUDA does, but for being fast: the work is called while it is recorded, as for warming up, and once a replay.
class CalledAgain final : public accelerator::StepGraph {
public:
    explicit CalledAgain(std::function<void()> work) : m_work(std::move(work)) {
        m_work();
        m_work();
    }
    void replay() override { m_work(); }

private:
    std::function<void()> m_work;
};

accelerator::GraphMaker makerOf(Graphs graphs) {
    switch (graphs) {
    case Graphs::Replayed:
        return [](const std::function<void()>& work) { return std::make_unique<CalledAgain>(work); };
    case Graphs::Refused:
        return [](const std::function<void()>& work) -> std::unique_ptr<accelerator::StepGraph> {
            work();
            throw std::runtime_error("this device records nothing");
        };
    default:
        return {};
    }
}

/// A GPU that goes away after some steps.
class FailingSpeaker final : public runtime::Speaker {
public:
    FailingSpeaker(const accelerator::Network& network, runtime::PromptMemory& memory, std::string words)
        : m_speaker(network, memory, 4, {}), m_words(std::move(words)) {}
    [[nodiscard]] std::size_t mostTogether() const noexcept override { return m_speaker.mostTogether(); }
    [[nodiscard]] std::unique_ptr<runtime::Sequence> begin(const runtime::CheckedRequest& request,
                                                           std::span<const std::int64_t> voice,
                                                           const std::stop_token& stop) override {
        return m_speaker.begin(request, voice, stop);
    }
    void prefill(runtime::Sequence& sequence, const std::stop_token& stop) override {
        m_speaker.prefill(sequence, stop);
    }
    void step(std::span<runtime::Sequence* const> speaking) override {
        if (++m_steps >= 12) { // all of them speak by then
            throw std::runtime_error(m_words);
        }
        m_speaker.step(speaking);
    }

private:
    runtime::DeviceSpeaker m_speaker;
    std::string m_words;
    int m_steps = 0;
};

/// All of them together; what became of each.
std::vector<std::shared_ptr<RecordingListener>> spoken(runtime::Generator& generator, const runtime::ModelFiles& files,
                                                       const std::vector<Request>& requests) {
    std::vector<std::shared_ptr<RecordingListener>> heard;
    std::deque<std::unique_ptr<runtime::SpeechJob>> waiting;
    for (const Request& request : requests) {
        heard.push_back(std::make_shared<RecordingListener>());
        waiting.push_back(std::make_unique<runtime::SpeechJob>());
        waiting.back()->request = request;
        waiting.back()->listener = heard.back();
        waiting.back()->checked = runtime::checkRequest(request, files.dia.config, files.dac.plan.config);
    }
    const auto next = [&]() -> std::unique_ptr<runtime::SpeechJob> {
        if (waiting.empty()) {
            return nullptr;
        }
        auto job = std::move(waiting.front());
        waiting.pop_front();
        return job;
    };
    auto first = next();
    generator.run(std::move(first), {next, [] {}});
    return heard;
}

} // namespace

std::vector<std::int64_t> deviceDraws(const std::vector<sampling::SamplerOptions>& options,
                                      const std::vector<std::int64_t>& rows, const std::vector<float>& logits,
                                      std::int64_t channels, std::int64_t vocab, Kernels kernels) {
    const c10::InferenceMode inference;
    const auto count = static_cast<std::int64_t>(options.size());
    accelerator::DeviceSampler sampler(count, channels, vocab, kEos, at::kCPU);
    const at::Tensor noise = at::zeros({count, channels, vocab});
    for (std::int64_t i = 0; i < count; ++i) {
        const auto index = static_cast<std::size_t>(i);
        sampler.setOptions(i, options[index]);
        const at::Tensor own = noise.select(0, i);
        accelerator::uniformNoise(options[index].seed, rows[index], vocab,
                                  {own.mutable_data_ptr<float>(), static_cast<std::size_t>(own.numel())});
    }
    at::Tensor all = at::zeros({count, 2, channels, vocab});
    std::copy(logits.begin(), logits.end(), all.mutable_data_ptr<float>());
    if (kernels == Kernels::Torch) {
        return asVector(sampler.draw(all, noise));
    }
    const at::Tensor seeds = at::zeros({count}, at::kLong);
    for (std::int64_t i = 0; i < count; ++i) {
        seeds.select(0, i).fill_(static_cast<std::int64_t>(options[static_cast<std::size_t>(i)].seed));
    }
    return asVector(cuda::OwnOps().draw(all, sampler.options(), seeds, backend::idTensor(rows, {count})));
}

std::vector<std::int64_t> deviceRows(const sampling::CodeGrid& grid, const sampling::CodeRules& rules,
                                     std::int64_t maxTokens, const std::vector<std::int64_t>& drawn, Kernels kernels) {
    const c10::InferenceMode inference;
    const cuda::OwnOps own;
    const accelerator::DeviceOps& ops = kernels == Kernels::Own ? own : accelerator::torchOps();
    // In the second of three slots, beside others that go their own way.
    accelerator::DeviceGrid device(3, rules, at::kCPU);
    device.put(1, grid, maxTokens);
    const auto channels = static_cast<std::int64_t>(rules.delay.size());
    const auto steps = static_cast<std::int64_t>(drawn.size()) / channels;
    const accelerator::StepRecord record{.index = at::zeros({1}, at::kLong),
                                         .drawn = at::zeros({steps, 3, channels}, at::kLong),
                                         .areFinite = at::zeros({steps, 3}, at::kBool)};
    std::vector<std::int64_t> rows;
    for (std::int64_t step = 0; step < steps; ++step) {
        const at::Tensor all = at::zeros({3, channels}, at::kLong);
        std::copy_n(drawn.begin() + step * channels, channels, all.select(0, 1).mutable_data_ptr<std::int64_t>());
        at::Tensor logits = at::zeros({3, 2, channels, 4});
        logits.select(0, step % 2 == 0 ? 1 : 2).fill_(std::numeric_limits<float>::infinity());
        ops.finishStep(logits, all, record, device.tensors(), maxTokens);
        record.index.add_(1);
        const std::vector<std::int64_t> row = asVector(device.tensors().tokens.select(0, 1));
        rows.insert(rows.end(), row.begin(), row.end());
    }
    bool areNoted = asVector(record.drawn.select(1, 1)) == drawn;
    for (std::int64_t step = 0; step < steps; ++step) {
        areNoted = areNoted && record.areFinite.select(0, step).select(0, 1).item<bool>() == (step % 2 != 0);
    }
    return areNoted ? rows : std::vector<std::int64_t>{};
}

std::vector<Speech> demoSpeeches(const backend::BackendProfile& profile, const std::vector<Request>& requests,
                                 Graphs graphs, Kernels kernels, bool isWarm) {
    const c10::InferenceMode inference;
    backend::prepareThread();
    runtime::ModelFiles files = runtime::openModelFiles({.demo = true}, {});
    files.target = onTheCpu(profile);
    runtime::LoadedModel model = runtime::loadModel(files, {}, {});
    const cuda::OwnOps own;
    if (kernels == Kernels::Own) {
        model.network = std::make_unique<accelerator::Network>(files.dia, files.target, own, std::stop_token{},
                                                               backend::BytesRead{});
    }
    runtime::PromptMemory memory;
    std::unique_ptr<runtime::Speaker> speaker = runtime::makeSpeaker(model, memory);
    if (graphs != Graphs::None) {
        speaker =
            std::make_unique<runtime::DeviceSpeaker>(*model.network, memory, profile.syncInterval, makerOf(graphs));
    }
    runtime::Generator generator(model, memory, std::move(speaker));
    if (isWarm) {
        generator.warmUp({});
    }
    std::vector<Speech> speeches;
    for (const auto& listener : spoken(generator, files, requests)) {
        speeches.push_back(listener->ending == "finished" && listener->stepsInOrder ? listener->speech : Speech{});
    }
    return speeches;
}

std::vector<ErrorCode> endingsWhereStepsFail(const std::vector<Request>& requests, const std::string& words) {
    const c10::InferenceMode inference;
    backend::prepareThread();
    runtime::ModelFiles files = runtime::openModelFiles({.demo = true}, {});
    files.target = onTheCpu(backend::profileOf(DeviceKind::Cuda, backend::NumberFormat::Float32));
    const runtime::LoadedModel model = runtime::loadModel(files, {}, {});
    runtime::PromptMemory memory;
    runtime::Generator generator(model, memory, std::make_unique<FailingSpeaker>(*model.network, memory, words));
    std::vector<ErrorCode> codes;
    for (const auto& listener : spoken(generator, files, requests)) {
        if (listener->ending == "failed" && listener->error && generator.hasFailed()) {
            codes.push_back(listener->error->code);
        }
    }
    return codes;
}

BenchReport benchOf(const backend::BackendProfile& profile, const BenchOptions& options) {
    const c10::InferenceMode inference;
    backend::prepareThread();
    runtime::ModelFiles files = runtime::openModelFiles({.demo = true}, {});
    files.target = onTheCpu(profile);
    BenchReport report;
    runtime::benchDevice(options, runtime::loadModel(files, {}, {}), {}, report);
    return report;
}

bool passesSelfTest(const backend::BackendProfile& profile) {
    const c10::InferenceMode inference;
    backend::prepareThread();
    const runtime::SelfTestErrors errors = runtime::SelfTestCase({}).errorsOf(onTheCpu(profile), {});
    const runtime::SelfTestTolerance allowed = runtime::toleranceOf(std::string(backend::name(profile.format)));
    return errors.largest <= allowed.largest && errors.rms <= allowed.rms && errors.otherChoices <= allowed.choices &&
           errors.sound <= runtime::kSoundTolerance;
}

double replayDifference(bool replays) {
    const c10::InferenceMode inference;
    backend::prepareThread();
    const checkpoint::DiaFiles files = runtime::openDiaFiles({.demo = true});
    const accelerator::Network network(files,
                                       onTheCpu(backend::profileOf(DeviceKind::Cuda, backend::NumberFormat::Float32)),
                                       accelerator::torchOps(), {}, {});
    const accelerator::GraphMaker maker = [replays](const std::function<void()>& work) {
        return std::make_unique<CalledAgain>(replays ? work : [] {});
    };
    const std::vector<std::uint8_t> text = {1, 65, 66};
    return runtime::replayDifference(network, maker, text, {});
}

std::string placeOfOverflow(std::int64_t layer) {
    const c10::InferenceMode inference;
    backend::prepareThread();
    checkpoint::DiaFiles files = runtime::openDiaFiles({.demo = true});
    const std::string wanted = "layers." + std::to_string(layer) + ".";
    files.source = std::make_unique<HugeWeights>(std::move(files.source), [=](const std::string& name) {
        return name.find("decoder." + wanted) != std::string::npos && name.find("mlp") != std::string::npos;
    });
    using enum backend::NumberFormat;
    const accelerator::Network network(files, onTheCpu(backend::profileOf(DeviceKind::Cuda, Float32)),
                                       accelerator::torchOps(), {}, {});
    runtime::PromptMemory memory;
    runtime::DeviceSpeaker speaker(network, memory, 4, {});
    const runtime::CheckedRequest request{.text = {1, 65}, .maxTokens = 60, .sampler = {}};
    const auto sequence = speaker.begin(request, {}, {});
    runtime::Sequence* const one = sequence.get();
    speaker.step(std::span(&one, 1));
    return one->overflow.value_or(Phrase{}).english();
}

} // namespace parley::test
