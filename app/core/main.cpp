// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/bench_report.h"
#include "cli/devices_report.h"
#include "cli/exit_status.h"
#include "cli/interrupt.h"
#include "cli/selftest_report.h"
#include "parley/version.h"

#include <charconv>
#include <exception>
#include <iostream>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace {

using namespace parley;
using namespace parley::cli;

constexpr std::string_view kUsage =
    R"(parley-core: the engine without sound files, for machines with a GPU and little else.
  parley-core devices  [--json]
  parley-core selftest [--device D] [--dtype T] [--threads N] [--against FILE] [--json]
  parley-core bench    [--device D] [--dtype T] [--threads N] [--demo] [--config FILE] [--text-bytes N]
                       [--position N] [--steps N] [--batch N] [--tf32] [--json]
  parley-core --version
D: auto, cpu, cuda, cuda:N or mps; for selftest also all. T: auto, float32, float16, bfloat16, int8 or int4; for selftest
also all, its standard. parley-cli --help says more.
)";

/// A command line's options.
struct Words {
    std::map<std::string, std::string, std::less<>> values;
    std::set<std::string, std::less<>> flags;
    std::string fault; ///< what is wrong with it; empty: nothing

    [[nodiscard]] std::string text(std::string_view name, std::string_view otherwise) const {
        const auto found = values.find(name);
        return found == values.end() ? std::string(otherwise) : found->second;
    }

    /// A whole number that isn't negative.
    [[nodiscard]] std::int64_t number(std::string_view name, std::int64_t otherwise, std::int64_t most) {
        const auto found = values.find(name);
        if (found == values.end()) {
            return otherwise;
        }
        const std::string& given = found->second;
        std::int64_t value = -1;
        const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), value);
        if (error != std::errc() || end != given.data() + given.size() || value < 0 || value > most) {
            fault = std::string(name) + " " + given + ": is no number from 0 to " + std::to_string(most);
        }
        return value;
    }
};

Words parse(std::span<char*> arguments, const std::set<std::string_view>& options,
            const std::set<std::string_view>& flags) {
    Words words;
    for (std::size_t i = 0; i < arguments.size() && words.fault.empty(); ++i) {
        const std::string name = arguments[i];
        if (flags.contains(name)) {
            words.flags.insert(name);
        } else if (!options.contains(name)) {
            words.fault = name + " is not an option here";
        } else if (i + 1 == arguments.size()) {
            words.fault = name + " needs a value";
        } else {
            words.values[name] = arguments[++i];
        }
    }
    return words;
}

constexpr std::int64_t kMostThreads = 1024;
constexpr std::int64_t kMostRows = 1'000'000;

int usage(const std::string& fault) {
    complain(fault + "; see parley-core --help");
    return kExitUsage;
}

int devices(std::span<char*> arguments) {
    const Words words = parse(arguments, {}, {"--json"});
    return words.fault.empty() ? printDevices(words.flags.contains("--json")) : usage(words.fault);
}

int selfTest(std::span<char*> arguments, const std::stop_token& stop) {
    Words words = parse(arguments, {"--device", "--dtype", "--threads", "--against"}, {"--json"});
    const SelfTestOptions options{.device = words.text("--device", "auto"),
                                  .dtype = words.text("--dtype", "all"),
                                  .threads = static_cast<int>(words.number("--threads", 0, kMostThreads))};
    if (!words.fault.empty()) {
        return usage(words.fault);
    }
    const std::string against = words.text("--against", {});
    const bool json = words.flags.contains("--json");
    return against.empty() ? selfTestAndPrint(options, json, stop) : compareAndPrint(options, against, json, stop);
}

int bench(std::span<char*> arguments, const std::stop_token& stop) {
    Words words = parse(
        arguments, {"--device", "--dtype", "--threads", "--config", "--text-bytes", "--position", "--steps", "--batch"},
        {"--json", "--demo", "--tf32"});
    BenchOptions options;
    options.tiny = words.flags.contains("--demo");
    options.tf32 = words.flags.contains("--tf32");
    options.config = words.text("--config", {});
    options.device = words.text("--device", options.device);
    options.dtype = words.text("--dtype", options.dtype);
    options.threads = static_cast<int>(words.number("--threads", 0, kMostThreads));
    options.textBytes = words.number("--text-bytes", options.textBytes, kMostRows);
    options.position = words.number("--position", options.position, kMostRows);
    options.steps = words.number("--steps", options.steps, kMostRows);
    options.batch = words.number("--batch", options.batch, kMostRows);
    return words.fault.empty() ? benchAndPrint(options, words.flags.contains("--json"), stop) : usage(words.fault);
}

int run(std::span<char*> arguments) {
    const std::string_view command = arguments.empty() ? std::string_view() : arguments.front();
    if (command == "--help") {
        std::cout << kUsage << std::flush;
        return kExitOk;
    }
    if (command == "--version") {
        std::cout << versionReport("parley-core") << std::flush;
        return kExitOk;
    }
    if (command == "devices") {
        return devices(arguments.subspan(1));
    }
    Interrupt interrupt;
    if (command == "selftest") {
        return selfTest(arguments.subspan(1), interrupt.heed());
    }
    if (command == "bench") {
        return bench(arguments.subspan(1), interrupt.heed());
    }
    return usage(command.empty() ? "no command" : std::string(command) + " is not a command");
}

} // namespace

int main(int argc, char** argv) {
    try {
        return run(std::span(argv, static_cast<std::size_t>(argc)).subspan(1));
    } catch (const std::exception& error) {
        complain(error.what());
        return kExitFailed;
    }
}
