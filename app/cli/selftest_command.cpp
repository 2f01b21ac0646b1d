// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/selftest_report.h"

#include <memory>

namespace parley::cli {

namespace {

struct SelfTestFlags {
    SelfTestOptions options;
    std::filesystem::path against;
    bool json = false;
};

/// The command that makes what --against takes.
std::string comparedCommand() {
    return "parley-cli say --demo --seed " + std::to_string(kComparedSeed) + " --max-tokens " +
           std::to_string(kComparedTokens) + " --out x.wav --codes FILE \"" + std::string(kComparedScript) + "\"";
}

} // namespace

void addSelfTest(CLI::App& app, Action& action) {
    CLI::App* command = app.add_subcommand(
        "selftest", "Compare what a device computes with the CPU's float32, and switch off what is wrong");
    const auto flags = std::make_shared<SelfTestFlags>();
    SelfTestOptions& options = flags->options;
    command->add_option("--device", options.device, "auto, all, cpu, cuda, cuda:N or mps")->capture_default_str();
    command->add_option("--dtype", options.dtype, "all, auto, float32, float16, bfloat16, int8 or int4")
        ->capture_default_str();
    command->add_option("--threads", options.threads, "0: one per core")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    command->add_option("--against", flags->against,
                        "compare a speech with its codes as another machine made them, there by: " + comparedCommand());
    command->add_flag("--json", flags->json, "print one JSON object");
    command->callback([flags, &action] {
        action = [flags](Interrupt& interrupt) {
            return flags->against.empty()
                       ? selfTestAndPrint(flags->options, flags->json, interrupt.heed())
                       : compareAndPrint(flags->options, flags->against, flags->json, interrupt.heed());
        };
    });
}

} // namespace parley::cli
