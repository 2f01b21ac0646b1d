// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "parley/bench.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>

namespace parley::cli {

namespace {

struct BenchFlags {
    BenchOptions options;
    bool json = false;
};

nlohmann::ordered_json asJson(const BenchReport& report) {
    return {{"device", report.device},
            {"dtype", report.dtype},
            {"threads", report.threads},
            {"load_s", report.loadSeconds},
            {"text_s", report.textSeconds},
            {"prefill_rows_per_s", report.prefillRowsPerSecond},
            {"step_s", report.stepSeconds},
            {"tokens_per_s", 1.0 / report.stepSeconds},
            {"step_gb", report.stepGigabytes},
            {"step_gb_per_s", report.stepGigabytes / report.stepSeconds},
            {"codec_encode_s_per_s", report.codecEncodeSeconds},
            {"codec_decode_s_per_s", report.codecDecodeSeconds},
            {"peak_rss_bytes", report.peakResidentBytes}};
}

int bench(const BenchFlags& flags, const std::stop_token& stop) {
    const Result<BenchReport> result = runBench(flags.options, stop);
    if (!result) {
        return report(result.error());
    }
    const nlohmann::ordered_json json = asJson(result.value());
    if (flags.json) {
        std::cout << json.dump() << "\n" << std::flush;
        return kExitOk;
    }
    for (const auto& [name, value] : json.items()) {
        std::cout << name << ": " << value << "\n";
    }
    std::cout << std::flush;
    return kExitOk;
}

} // namespace

void addBench(CLI::App& app, Action& action) {
    CLI::App* command = app.add_subcommand("bench", "Measure the engine with random weights; no file is needed");
    const auto flags = std::make_shared<BenchFlags>();
    BenchOptions& options = flags->options;
    command->add_flag("--demo", options.tiny, "the demo's sizes in place of the released model's");
    command->add_option("--config", options.config, "a model's config.json: its sizes in place of the released model's")
        ->excludes("--demo");
    command->add_option("--device", options.device, "auto, cpu, cuda, cuda:N or mps")->capture_default_str();
    command->add_option("--dtype", options.dtype, "auto, float32, float16, bfloat16, int8 or int4, as the device can")
        ->capture_default_str();
    command->add_option("--threads", options.threads, "0: one per core")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    command->add_option("--text-bytes", options.textBytes, "length of the text")->capture_default_str();
    command->add_option("--position", options.position, "rows before the measured steps")->capture_default_str();
    command->add_option("--steps", options.steps, "measured decoder steps")->capture_default_str();
    command->add_flag("--json", flags->json, "print one JSON object");
    command->callback(
        [flags, &action] { action = [flags](Interrupt& interrupt) { return bench(*flags, interrupt.heed()); }; });
}

} // namespace parley::cli
