// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/bench.h"

#include "backend/parallel.h"
#include "checkpoint/random_tensors.h"
#include "model/decode_step.h"
#include "model/memory_size.h"
#include "parley/devices.h"
#include "runtime/bench_device.h"
#include "runtime/edge.h"
#include "runtime/median.h"
#include "runtime/model_loader.h"
#include "runtime/stopwatch.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/arange.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>

namespace parley {

namespace {

constexpr std::uint64_t kSeed = 1;

runtime::ModelFiles randomFiles(const BenchOptions& options) {
    runtime::ModelFiles files;
    files.target = backend::chooseTarget(options.device, options.dtype);
    files.target.tf32 = options.tf32;
    files.dia.config = options.tiny             ? checkpoint::tinyDiaConfig()
                       : options.config.empty() ? checkpoint::releasedDiaConfig()
                                                : checkpoint::readDiaConfig(options.config);
    files.dia.source = checkpoint::randomDia(files.dia.config, kSeed);
    files.dia.plan = checkpoint::planDiaWeights(files.dia.config, files.dia.naming);
    files.dac.source =
        checkpoint::randomDac(options.tiny ? checkpoint::tinyDacConfig() : checkpoint::releasedDacConfig(), kSeed);
    files.dac.plan = checkpoint::planDac(*files.dac.source);
    return files;
}

/// Measures the decoder: rows of a voice first, then single steps.
void measureDecoder(const BenchOptions& options, const model::DiaModel& dia, const model::TextMemory& text,
                    const std::stop_token& stop, BenchReport& report) {
    const std::int64_t channels = dia.config().decoder.channels;
    const std::int64_t rows = options.position;
    const auto batch = static_cast<std::size_t>(options.batch);
    std::vector<model::SequenceCache> caches; // the unconditional ones first
    caches.reserve(2 * batch);
    for (std::size_t i = 0; i < 2 * batch; ++i) {
        caches.push_back(dia.decoder().makeCache(rows + options.steps));
    }
    const at::Tensor tokens = at::arange(rows * channels, at::kLong).remainder(1024).view({1, rows, channels});
    const runtime::Stopwatch prefillWatch;
    for (std::size_t i = 0; i < 2 * batch; ++i) {
        dia.prefill(tokens, {{&caches[i], i < batch ? nullptr : &text, 0}}, stop);
    }
    report.prefillRowsPerSecond = static_cast<double>(2 * options.batch * rows) / prefillWatch.seconds();
    model::DecodeStep decodeStep(dia.decoder().weights());
    const std::vector<std::int64_t> codes(2 * batch * static_cast<std::size_t>(channels), 1);
    std::vector<double> seconds;
    for (std::int64_t step = 0; step < options.steps; ++step) {
        std::vector<model::DecoderRow> all;
        all.reserve(caches.size());
        for (std::size_t i = 0; i < 2 * batch; ++i) {
            all.push_back({&caches[i], i < batch ? nullptr : &text, rows + step});
        }
        const runtime::Stopwatch watch;
        (void)decodeStep(codes, all);
        seconds.push_back(watch.seconds());
    }
    report.stepSeconds = runtime::median(std::move(seconds));
}

void measureNetwork(const BenchOptions& options, const model::DiaModel& dia, const std::stop_token& stop,
                    BenchReport& report) {
    const std::vector<std::uint8_t> text(static_cast<std::size_t>(options.textBytes), 'a');
    const runtime::Stopwatch textWatch;
    const model::TextMemory memory = dia.decoder().remember(dia.encoder()(text, stop), stop);
    report.textSeconds = textWatch.seconds();
    measureDecoder(options, dia, memory, stop, report);
}

void measureCodec(const codec::Codec& dac, const std::stop_token& stop, BenchReport& report) {
    const std::int64_t frames = 96;
    const double soundSeconds = static_cast<double>(frames * dac.config().hop()) / dac.config().sampleRate;
    const std::vector<float> noise(static_cast<std::size_t>(frames * dac.config().hop()), 0.1F);
    std::vector<std::int64_t> codes = dac.encode(noise, stop); // the first run prepares kernels
    const runtime::Stopwatch encodeWatch;
    codes = dac.encode(noise, stop);
    report.codecEncodeSeconds = encodeWatch.seconds() / soundSeconds;
    (void)dac.decode(codes, 0, frames, stop);
    const runtime::Stopwatch decodeWatch;
    (void)dac.decode(codes, 0, frames, stop);
    report.codecDecodeSeconds = decodeWatch.seconds() / soundSeconds;
}

BenchReport bench(const BenchOptions& options, const std::stop_token& stop) {
    const c10::InferenceMode inference;
    backend::prepareThread();
    backend::setThreads(options.threads);
    const runtime::ModelFiles files = randomFiles(options);
    const auto outOfRange = [](std::int64_t value, std::int64_t most) { return value < 1 || value > most; };
    const std::int64_t most = files.dia.config.decoder.maxPositions;
    if (outOfRange(options.position, most) || outOfRange(options.steps, most - options.position) ||
        outOfRange(options.textBytes, files.dia.config.encoder.maxPositions)) {
        throw EngineError(ErrorCode::OptionInvalid, verbatim("the benchmark"),
                          verbatim("asks for more rows or text than the model has"),
                          verbatim("position and steps together can be 2 to " + std::to_string(most)));
    }
    if (outOfRange(options.batch, static_cast<std::int64_t>(model::DecodeStep::kMostRows / 2))) {
        throw EngineError(ErrorCode::OptionInvalid, optionPhrase("--batch", std::to_string(options.batch)),
                          phrase("is out of range"), verbatim("use 1 to 16"));
    }
    runtime::requireMemory(files, {options.position + options.steps, options.textBytes}, false);
    const runtime::LoadedModel model = runtime::loadModel(files, stop, {});
    BenchReport report;
    report.device = files.target.deviceName;
    report.dtype = files.target.dtypeName;
    report.threads = backend::threadCount();
    report.loadSeconds = model.loadSeconds;
    report.batch = options.batch;
    report.stepGigabytes = static_cast<double>(model::stepBytes(files.dia.plan, files.target.profile)) / 1e9;
    if (model.network) {
        runtime::benchDevice(options, model, stop, report);
    } else {
        measureNetwork(options, *model.dia, stop, report);
    }
    measureCodec(*model.dac, stop, report);
    report.peakResidentBytes = peakResidentBytes();
    return report;
}

} // namespace

Result<BenchReport> runBench(const BenchOptions& options, const std::stop_token& stop) {
    return runtime::atEdge([&] { return bench(options, stop); });
}

} // namespace parley
