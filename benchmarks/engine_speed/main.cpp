// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0

// Every figure of the engine's speed and memory, each part of each dtype in a process of its own. Prints one line a
// measurement, or one JSON object with --json; benchmarks/tables.py makes tables of those.
//   engine-speed --model DIA_FOLDER --codec DAC_FOLDER [--parts load,job,…] [--dtypes float32,…] [--json]

#include "engine_speed/apart.h"
#include "engine_speed/parts.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <iostream>
#include <set>

namespace {

using namespace parley::benchmarks;

struct Part {
    const char* name;
    void (*measure)(const Settings& settings, const Report& report);
    bool byRounds; ///< once a round, each in a new process
    bool byDtype;
};

// What is loaded first finds files that may not be cached, and may leave packed weights for the next ones.
constexpr std::array kParts = {Part{"bandwidth", &measureBandwidth, false, false},
                               Part{"load", &measureLoad, true, true},
                               Part{"job", &measureJob, false, true},
                               Part{"prefill", &measurePrefill, false, true},
                               Part{"decode", &measureDecode, false, true},
                               Part{"codec", &measureCodec, false, true}};

struct Flags {
    Settings settings;
    std::vector<std::string> parts = {"bandwidth", "load", "job", "prefill", "decode", "codec"};
    std::vector<std::string> dtypes = {"float32", "bfloat16", "int8", "int4"};
    bool json = false;
};

void print(const Row& row, bool json) {
    if (json) {
        std::cout << row.dump();
    } else {
        for (const auto& [name, value] : row.items()) {
            std::cout << name << " " << (value.is_string() ? value.get<std::string>() : value.dump()) << "  ";
        }
    }
    std::cout << "\n" << std::flush;
}

/// One part in one dtype. Returns whether it worked.
bool measure(const Part& part, const Flags& flags, const std::string& dtype) {
    Settings settings = flags.settings;
    Row head = {{"part", part.name}};
    if (part.byDtype) {
        settings.model.dtype = dtype;
        head["dtype"] = dtype;
    }
    bool worked = true;
    for (int round = 1; round <= (part.byRounds ? settings.rounds : 1); ++round) {
        if (part.byRounds) {
            head["round"] = round;
        }
        const std::string failure = runApart([&] {
            part.measure(settings, [&](const Row& figures) {
                Row row = head;
                row.update(figures);
                print(row, flags.json);
            });
        });
        if (!failure.empty()) {
            Row row = head;
            row["error"] = failure;
            print(row, flags.json);
            worked = false;
        }
    }
    return worked;
}

void addFlags(CLI::App& app, Flags& flags) {
    Settings& settings = flags.settings;
    std::set<std::string> names;
    for (const Part& part : kParts) {
        names.insert(part.name);
    }
    const auto list = [&](const char* name, auto& values, const char* help) {
        return app.add_option(name, values, help)->delimiter(',')->capture_default_str();
    };
    const auto number = [&](const char* name, auto& value, int least, const char* help) {
        app.add_option(name, value, help)->check(CLI::Range(least, 1'000'000))->capture_default_str();
    };
    app.add_option("--model", settings.model.model, "Dia checkpoint, e.g. of make-random-model")->required();
    app.add_option("--codec", settings.model.codec, "DAC checkpoint")->required();
    list("--parts", flags.parts, "what to measure")->check(CLI::IsMember(names));
    list("--dtypes", flags.dtypes, "in what");
    list("--batches", settings.batches, "takes together")->check(CLI::Range(1, 16));
    list("--positions", settings.positions, "rows in the caches before the measured step");
    number("--steps", settings.steps, 1, "measured for each batch and position");
    number("--rounds", settings.rounds, 1, "of loading and of the codec");
    number("--text-bytes", settings.textBytes, 8, "length of the script");
    app.add_option("--seconds", settings.soundSeconds, "of sound: coded, spoken, and of the voice")
        ->check(CLI::Range(0.1, 15.0))
        ->capture_default_str();
    app.add_option("--threads", settings.model.threads, "0: one per core")->check(CLI::Range(0, 1024));
    settings.model.packedCache = parley::defaultPackedCache();
    app.add_option("--packed-cache", settings.model.packedCache, "folder that keeps int8 and int4 weights")
        ->capture_default_str();
    app.add_flag("--json", flags.json, "one JSON object a line");
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Measures the engine with a model's files.", "engine-speed");
    Flags flags;
    addFlags(app, flags);
    CLI11_PARSE(app, argc, argv);
    bool worked = true;
    const auto wants = [&](const Part& part) {
        return std::find(flags.parts.begin(), flags.parts.end(), part.name) != flags.parts.end();
    };
    for (const std::string& dtype : flags.dtypes) {
        for (const Part& part : kParts) {
            worked = (!wants(part) || measure(part, flags, dtype)) && worked;
        }
    }
    return worked ? 0 : 1;
}
