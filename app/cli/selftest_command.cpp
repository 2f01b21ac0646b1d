// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "parley/self_test.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>
#include <memory>

namespace parley::cli {

namespace {

struct SelfTestFlags {
    SelfTestOptions options;
    std::filesystem::path against;
    bool json = false;
};

nlohmann::ordered_json asJson(const SelfTestFigure& figure) {
    return {{"measured", figure.measured}, {"allowed", figure.allowed}};
}

nlohmann::ordered_json asJson(const SelfTestVerdict& verdict) {
    return {{"device", verdict.device},
            {"dtype", verdict.dtype},
            {"passed", verdict.passed()},
            {"version", verdict.version},
            {"largest_error", asJson(verdict.largestError)},
            {"rms_error", asJson(verdict.rmsError)},
            {"other_choices", asJson(verdict.otherChoices)},
            {"sound_error", asJson(verdict.soundError)},
            {"seconds", verdict.seconds}};
}

void printLine(const SelfTestVerdict& verdict) {
    std::cout << verdict.device << " " << verdict.dtype << ": " << (verdict.passed() ? "passed" : "FAILED");
    const auto print = [](const char* name, const SelfTestFigure& figure) {
        std::cout << "; " << name << " " << figure.measured << (figure.holds() ? " (at most " : " (ABOVE ")
                  << figure.allowed << ")";
    };
    print("largest error", verdict.largestError);
    print("rms error", verdict.rmsError);
    print("other choices", verdict.otherChoices);
    print("sound error", verdict.soundError);
    std::cout << "\n";
}

int selfTest(const SelfTestFlags& flags, const std::stop_token& stop) {
    const Result<std::vector<SelfTestVerdict>> verdicts = runSelfTest(flags.options, stop);
    if (!verdicts) {
        return report(verdicts.error());
    }
    nlohmann::ordered_json json = nlohmann::ordered_json::array();
    for (const SelfTestVerdict& verdict : verdicts.value()) {
        flags.json ? json.push_back(asJson(verdict)) : printLine(verdict);
    }
    if (flags.json) {
        std::cout << nlohmann::ordered_json{{"verdicts", json}}.dump(-1, ' ', false,
                                                                     nlohmann::json::error_handler_t::replace)
                  << "\n";
    }
    std::cout << std::flush;
    if (const auto kept = keepVerdicts(verdicts.value()); !kept) {
        return report(kept.error());
    }
    const bool passed = std::ranges::all_of(verdicts.value(), &SelfTestVerdict::passed);
    return passed ? kExitOk : kExitFailed;
}

int printComparison(const CodesComparison& comparison, bool json) {
    if (json) {
        const nlohmann::ordered_json object = {
            {"device", comparison.device},          {"dtype", comparison.dtype},
            {"same", comparison.isSame()},          {"frames", comparison.frames},
            {"same_frames", comparison.sameFrames}, {"sound_error", asJson(comparison.soundError)}};
        std::cout << object.dump() << "\n" << std::flush;
    } else {
        std::cout << comparison.device << " " << comparison.dtype << ": "
                  << (comparison.isSame() ? "the same" : "ANOTHER SPEECH") << "; frames that are the same "
                  << comparison.sameFrames << " of " << comparison.frames << "; sound error "
                  << comparison.soundError.measured << " (at most " << comparison.soundError.allowed << ")\n"
                  << std::flush;
    }
    return comparison.isSame() ? kExitOk : kExitFailed;
}

int compare(const SelfTestFlags& flags, const std::stop_token& stop) {
    const Result<CodesComparison> comparison = compareWithCodes(flags.options, flags.against, stop);
    return comparison ? printComparison(comparison.value(), flags.json) : report(comparison.error());
}

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
            return flags->against.empty() ? selfTest(*flags, interrupt.heed()) : compare(*flags, interrupt.heed());
        };
    });
}

} // namespace parley::cli
