// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/inspect.h"

#include "checkpoint/model_files.h"
#include "runtime/edge.h"
#include "runtime/model_loader.h"

#include <map>

namespace parley {

namespace {

void countTensors(const checkpoint::TensorSource& source, CheckpointReport& report) {
    std::map<std::string, std::uint64_t> dtypes;
    for (const checkpoint::TensorInfo& tensor : source.tensors()) {
        const checkpoint::TensorSource::Held held = source.heldAs(tensor);
        ++dtypes[std::string(held.format)];
        report.bytes += held.byteCount;
    }
    report.dtypes.assign(dtypes.begin(), dtypes.end());
}

void compare(const checkpoint::TensorSource& source, const std::vector<checkpoint::WeightPlan>& plan,
             CheckpointReport& report) {
    const checkpoint::PlanReport difference = checkpoint::comparePlan(source, plan);
    report.missing = difference.missing;
    report.wrong = difference.wrong;
    report.extra = difference.extra;
    report.parameters = difference.parameterCount;
}

CheckpointReport inspectDia(const ModelOptions& options, bool generationKnown) {
    const checkpoint::DiaFiles files = runtime::openDiaFiles(options);
    CheckpointReport report;
    report.kind = "Dia";
    report.layout = checkpoint::name(files.naming.layout);
    report.generation = generationKnown ? checkpoint::name(files.config.generation) : "unknown";
    report.keyPrefix = files.naming.prefix;
    const checkpoint::DiaConfig& c = files.config;
    report.sizes = {{"encoder layers", c.encoder.layers},
                    {"encoder hidden", c.encoder.hidden},
                    {"encoder ffn", c.encoder.ffn},
                    {"encoder heads", c.encoder.heads},
                    {"decoder layers", c.decoder.layers},
                    {"decoder hidden", c.decoder.hidden},
                    {"decoder ffn", c.decoder.ffn},
                    {"decoder query heads", c.decoder.queryHeads},
                    {"decoder key-value heads", c.decoder.kvHeads},
                    {"channels", c.decoder.channels},
                    {"vocabulary", c.decoder.vocab},
                    {"longest text", c.encoder.maxPositions},
                    {"longest audio", c.decoder.maxPositions}};
    countTensors(*files.source, report);
    compare(*files.source, files.plan, report);
    return report;
}

CheckpointReport inspectDac(const checkpoint::TensorSource& source) {
    const checkpoint::DacPlan plan = checkpoint::planDac(source);
    CheckpointReport report;
    report.kind = "DAC codec";
    report.layout = checkpoint::name(plan.layout);
    report.sizes = {{"encoder hidden", plan.config.encoderHidden}, {"latent", plan.config.latent},
                    {"decoder hidden", plan.config.decoderHidden}, {"codebooks", plan.config.codebooks},
                    {"codebook size", plan.config.codebookSize},   {"codebook dimension", plan.config.codebookDim},
                    {"samples per frame", plan.config.hop()},      {"sample rate", plan.config.sampleRate}};
    countTensors(source, report);
    compare(source, checkpoint::asWeightPlans(plan), report);
    return report;
}

CheckpointReport inspect(const ModelOptions& options) {
    if (options.demo) {
        return inspectDia(options, true);
    }
    const auto source = checkpoint::openWeights(options.model);
    if (source->find("quantizer.quantizers.0.codebook.weight") != nullptr) {
        return inspectDac(*source);
    }
    try {
        return inspectDia(options, true);
    } catch (const EngineError& error) {
        if (error.error().code != ErrorCode::OptionInvalid || !options.generation.empty()) {
            throw;
        }
        // The generation can't be told, but everything else can.
        ModelOptions assumed = options;
        assumed.generation = "0626";
        return inspectDia(assumed, false);
    }
}

} // namespace

Result<CheckpointReport> inspectCheckpoint(const ModelOptions& options) {
    return runtime::atEdge([&] { return inspect(options); });
}

Result<CheckpointReport> inspectPath(const std::filesystem::path& path) {
    ModelOptions options;
    options.model = path;
    return inspectCheckpoint(options);
}

} // namespace parley
