// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/bench_report.h"
#include "cli/commands.h"

#include <memory>

namespace parley::cli {

namespace {

struct BenchFlags {
    BenchOptions options;
    bool json = false;
};

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
    command->add_flag("--tf32", options.tf32, "float32 on NVIDIA GPUs: round products to TF32");
    command->add_option("--threads", options.threads, "0: one per core")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    command->add_option("--text-bytes", options.textBytes, "length of the text")->capture_default_str();
    command->add_option("--position", options.position, "rows before the measured steps")->capture_default_str();
    command->add_option("--steps", options.steps, "measured decoder steps")->capture_default_str();
    command->add_option("--batch", options.batch, "sequences that step together, 1 to 16")->capture_default_str();
    command->add_flag("--json", flags->json, "print one JSON object");
    command->callback([flags, &action] {
        action = [flags](Interrupt& interrupt) { return benchAndPrint(flags->options, flags->json, interrupt.heed()); };
    });
}

} // namespace parley::cli
