// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

namespace parley {

struct BenchOptions {
    bool tiny = false;              ///< the demo's sizes in place of the released model's
    std::filesystem::path config{}; ///< a config.json whose sizes are taken instead; the codec's stay
    std::string device = "auto";
    std::string dtype = "auto";
    int threads = 0;
    bool tf32 = false; ///< as ModelOptions::tf32
    std::int64_t textBytes = 170;
    std::int64_t position = 50; ///< rows that the caches hold before the measured steps
    std::int64_t steps = 10;    ///< measured decoder steps
    std::int64_t batch = 1;     ///< sequences that step together, 1 to 16
};

/// Medians over one run, with untrained weights.
struct BenchReport {
    std::string device;
    std::string dtype;
    int threads = 0;
    std::int64_t batch = 1;
    double loadSeconds = 0;            ///< making up and placing the weights
    double textSeconds = 0;            ///< encoder and cross-attention memory
    double prefillRowsPerSecond = 0;   ///< decoder over a voice
    double stepSeconds = 0;            ///< one decoder step of all sequences, with guidance; on a GPU with the drawing
    double stepGigabytes = 0;          ///< weights read per step, GB
    double copyGigabytesPerSecond = 0; ///< read and written by a copy in a GPU's memory; 0: not measured
    std::string graphTrouble{};        ///< why steps weren't recorded although they could be; English
    double codecEncodeSeconds = 0;     ///< per second of sound
    double codecDecodeSeconds = 0;     ///< per second of sound
    std::uint64_t peakResidentBytes = 0;
};

/// Measures the engine on this machine; no file is needed. Blocks. Errors: device, dtype, Cancelled, OutOfMemory.
[[nodiscard]] Result<BenchReport> runBench(const BenchOptions& options, const std::stop_token& stop);

/// One figure of a report.
struct BenchFigure {
    std::string name; ///< for programs, with its unit at the end: "step_s", "step_gb_per_s"
    std::variant<std::string, std::int64_t, double> value;
};

/// All that was measured, in the order in which it is told.
[[nodiscard]] std::vector<BenchFigure> benchFigures(const BenchReport& report);
[[nodiscard]] std::string textOf(const BenchFigure& figure);
/// The same as a table of two columns, a line a figure, to be handed on; English.
[[nodiscard]] std::string benchTable(const BenchReport& report);

} // namespace parley
