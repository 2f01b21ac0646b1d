// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
// How far each number format is from float32: the decoder goes step by step over the tokens that float32 finds most
// likely with guidance, so the first step at which a format would choose another one is where its own greedy speech
// parts from float32's. Prints a line for each format and choice of what is packed.
//   dtype-accuracy MODEL [STEPS [nothing|calm|channels|columns [CONFIG]]]

#include "backend/parallel.h"
#include "checkpoint/model_files.h"
#include "model/decode_step.h"
#include "model/dia_model.h"
#include "model/weight_reader.h"
#include "planted_source.h"

#include <ATen/core/Tensor.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <functional>
#include <iomanip>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace parley;
using benchmarks::Planted;

constexpr float kGuidance = 3.0F;
constexpr std::string_view kText = "[S1] How far is it from here? [S2] Not far, by any measure.";

/// One way to hold the weights.
struct Variant {
    std::string label;
    std::string dtype;
    std::function<bool(std::string_view name)> isPlain = {}; ///< which packed matrices stay in bfloat16 after all
    bool packsLogits = false;
};

std::vector<Variant> variants() {
    const auto outputs = [](std::string_view name) {
        return name.ends_with(".o_proj") || name.ends_with(".down_proj");
    };
    const auto down = [](std::string_view name) { return name.ends_with(".down_proj"); };
    std::vector<Variant> all = {{.label = "bfloat16", .dtype = "bfloat16"}};
    for (const std::string dtype : {"int8", "int4"}) {
        all.push_back({.label = dtype, .dtype = dtype});
        all.push_back({.label = dtype + ", down_proj in bfloat16", .dtype = dtype, .isPlain = down});
        all.push_back({.label = dtype + ", o_proj and down_proj in bfloat16", .dtype = dtype, .isPlain = outputs});
        all.push_back({.label = dtype + ", logits packed as well", .dtype = dtype, .packsLogits = true});
    }
    return all;
}

model::Weights weightsOf(const checkpoint::DiaFiles& files, const backend::ComputeTarget& target,
                         const Variant& variant) {
    model::Weights weights = model::readWeights(files, target, {}, {});
    const backend::TensorReader reader(*files.source, {});
    for (const checkpoint::WeightPlan& plan : files.plan) {
        const bool isLayer = plan.name.starts_with("decoder.layers.") && plan.name.ends_with("_proj");
        if (isLayer && variant.isPlain && variant.isPlain(plan.name)) {
            weights.put(plan.name, model::Linear(reader.read(plan, at::kBFloat16)));
        } else if (variant.packsLogits && plan.name == "decoder.logits_dense") {
            (void)weights.take(plan.name);
            weights.put(plan.name, model::Linear(reader.read(plan, at::kFloat), target.stepFormat));
        }
    }
    return weights;
}

/// What one format gave at every step.
struct Trace {
    std::vector<std::int64_t> tokens; ///< [S, C], what the step was fed with
    std::vector<float> logits;        ///< [S, C, V] of the conditional row
    std::vector<std::int64_t> best;   ///< [S, C], most likely with guidance
};

std::size_t bestOf(std::span<const float> unconditional, std::span<const float> conditional) {
    std::size_t best = 0;
    const auto guided = [&](std::size_t id) {
        return conditional[id] + kGuidance * (conditional[id] - unconditional[id]);
    };
    for (std::size_t id = 1; id < conditional.size(); ++id) {
        best = guided(id) > guided(best) ? id : best;
    }
    return best;
}

/// Steps over given tokens, or over its own choices where there are none.
Trace run(const model::DiaModel& dia, std::int64_t steps, const std::vector<std::int64_t>& given) {
    const auto channels = static_cast<std::size_t>(dia.config().decoder.channels);
    const auto vocab = static_cast<std::size_t>(dia.config().decoder.vocab);
    const std::vector<std::uint8_t> text(kText.begin(), kText.end());
    const model::TextMemory memory = dia.decoder().remember(dia.encoder()(text, {}), {});
    model::SequenceCache unconditional = dia.decoder().makeCache(steps);
    model::SequenceCache conditional = dia.decoder().makeCache(steps);
    model::DecodeStep decodeStep(dia.decoder().weights());
    Trace trace;
    std::vector<std::int64_t> next(channels, dia.config().bos);
    for (std::int64_t step = 0; step < steps; ++step) {
        if (!given.empty()) {
            std::copy_n(given.begin() + step * static_cast<std::int64_t>(channels), channels, next.begin());
        }
        trace.tokens.insert(trace.tokens.end(), next.begin(), next.end());
        std::vector<std::int64_t> both(next);
        both.insert(both.end(), next.begin(), next.end());
        const std::vector<model::DecoderRow> rows = {{&unconditional, nullptr, step}, {&conditional, &memory, step}};
        const std::span<const float> all = decodeStep(both, rows);
        for (std::size_t channel = 0; channel < channels; ++channel) {
            const std::span<const float> own = all.subspan((channels + channel) * vocab, vocab);
            next[channel] = static_cast<std::int64_t>(bestOf(all.subspan(channel * vocab, vocab), own));
            trace.logits.insert(trace.logits.end(), own.begin(), own.end());
        }
        trace.best.insert(trace.best.end(), next.begin(), next.end());
    }
    return trace;
}

void compare(const std::string& label, const Trace& exact, const Trace& trace, std::size_t channels) {
    double largest = 0;
    double squares = 0;
    for (std::size_t i = 0; i < exact.logits.size(); ++i) {
        const double difference = std::abs(static_cast<double>(trace.logits[i]) - exact.logits[i]);
        largest = std::max(largest, difference);
        squares += difference * difference;
    }
    std::size_t same = 0;
    std::size_t first = exact.best.size();
    for (std::size_t i = exact.best.size(); i-- > 0;) {
        same += trace.best[i] == exact.best[i] ? 1U : 0U;
        first = trace.best[i] == exact.best[i] ? first : i;
    }
    const auto [low, high] = std::minmax_element(exact.logits.begin(), exact.logits.end());
    const double range = static_cast<double>(*high) - *low;
    const std::string parts =
        first == exact.best.size() ? "never" : std::to_string(first / channels + 1); // steps count from 1
    std::cout << "| " << label << " | " << std::setprecision(2) << 100 * largest / range << " % | "
              << 100 * std::sqrt(squares / static_cast<double>(exact.logits.size())) / range << " % | "
              << std::setprecision(1) << 100.0 * static_cast<double>(same) / static_cast<double>(exact.best.size())
              << " % | " << parts << " |\n"
              << std::flush;
}

checkpoint::DiaFiles open(const std::filesystem::path& path, const std::filesystem::path& config, Planted planted) {
    checkpoint::DiaFiles files = checkpoint::openDia(path, config, std::nullopt);
    files.source =
        std::make_unique<benchmarks::PlantedSource>(std::move(files.source), planted, files.config.decoder.headDim);
    return files;
}

int measure(const checkpoint::DiaFiles& files, std::int64_t steps) {
    const c10::InferenceMode inference;
    backend::prepareThread();
    const auto channels = static_cast<std::size_t>(files.config.decoder.channels);
    const auto load = [&](const Variant& variant) {
        const backend::ComputeTarget target = backend::chooseTarget("cpu", variant.dtype);
        return model::DiaModel(files.config, weightsOf(files, target, variant), target.dtype, {});
    };
    const Trace exact = run(load({.label = "float32", .dtype = "float32"}), steps, {});
    std::cout << std::fixed << "| held as | largest error | rms error | same choice | parts at step |\n"
              << "|---|---|---|---|---|\n";
    for (const Variant& variant : variants()) {
        compare(variant.label, exact, run(load(variant), steps, exact.tokens), channels);
    }
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const auto argument = [&](int index) { return argc > index ? std::string(argv[index]) : std::string(); };
    if (argc < 2) {
        std::cerr << "usage: dtype-accuracy MODEL [STEPS [nothing|calm|channels|columns [CONFIG]]]\n";
        return 2;
    }
    try {
        const std::map<std::string, Planted> kinds = {{"", Planted::Nothing},
                                                      {"nothing", Planted::Nothing},
                                                      {"calm", Planted::CalmAttention},
                                                      {"channels", Planted::Channels},
                                                      {"columns", Planted::Columns}};
        return measure(open(argument(1), argument(4), kinds.at(argument(3))), argc > 2 ? std::stol(argument(2)) : 64);
    } catch (const std::exception& error) {
        std::cerr << "dtype-accuracy: " << error.what() << "\n";
        return 1;
    }
}
