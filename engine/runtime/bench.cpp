// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/bench.h"

#include "backend/parallel.h"
#include "checkpoint/random_tensors.h"
#include "model/decode_step.h"
#include "parley/devices.h"
#include "runtime/edge.h"
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

double median(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
    return values[values.size() / 2];
}

/// Measures the decoder: rows of a voice first, then single steps.
void measureDecoder(const BenchOptions& options, const model::DiaModel& dia, const model::TextMemory& text,
                    const std::stop_token& stop, BenchReport& report) {
    const std::int64_t channels = dia.config().decoder.channels;
    const std::int64_t rows = options.position;
    model::SequenceCache unconditional = dia.decoder().makeCache(rows + options.steps);
    model::SequenceCache conditional = dia.decoder().makeCache(rows + options.steps);
    const at::Tensor tokens = at::arange(rows * channels, at::kLong).remainder(1024).view({1, rows, channels});
    const runtime::Stopwatch prefillWatch;
    dia.prefill(tokens, {{&unconditional, nullptr, 0}}, stop);
    dia.prefill(tokens, {{&conditional, &text, 0}}, stop);
    report.prefillRowsPerSecond = static_cast<double>(2 * rows) / prefillWatch.seconds();
    model::DecodeStep decodeStep(dia.decoder().weights());
    const std::vector<std::int64_t> codes(static_cast<std::size_t>(2 * channels), 1);
    std::vector<double> seconds;
    for (std::int64_t step = 0; step < options.steps; ++step) {
        const runtime::Stopwatch watch;
        const std::vector<model::DecoderRow> both = {{&unconditional, nullptr, rows + step},
                                                     {&conditional, &text, rows + step}};
        (void)decodeStep(codes, both);
        seconds.push_back(watch.seconds());
    }
    report.stepSeconds = median(std::move(seconds));
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
    runtime::requireMemory(files, {options.position + options.steps, options.textBytes}, false);
    const runtime::LoadedModel model = runtime::loadModel(files, stop, {});
    BenchReport report;
    report.device = files.target.deviceName;
    report.dtype = files.target.dtypeName;
    report.threads = backend::threadCount();
    report.loadSeconds = model.loadSeconds;
    report.stepGigabytes = model::bytesPerStep(model.dia->decoder().weights()) / 1e9;
    const std::vector<std::uint8_t> text(static_cast<std::size_t>(options.textBytes), 'a');
    const runtime::Stopwatch textWatch;
    const model::TextMemory memory = model.dia->decoder().remember(model.dia->encoder()(text, stop), stop);
    report.textSeconds = textWatch.seconds();
    measureDecoder(options, *model.dia, memory, stop, report);
    measureCodec(*model.dac, stop, report);
    report.peakResidentBytes = peakResidentBytes();
    return report;
}

} // namespace

Result<BenchReport> runBench(const BenchOptions& options, const std::stop_token& stop) {
    return runtime::atEdge([&] { return bench(options, stop); });
}

} // namespace parley
