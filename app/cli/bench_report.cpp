// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/bench_report.h"

#include "cli/exit_status.h"

#include <nlohmann/json.hpp>

#include <iostream>

namespace parley::cli {

namespace {

nlohmann::ordered_json asJson(const BenchReport& report) {
    nlohmann::ordered_json figures = {{"device", report.device},
                                      {"dtype", report.dtype},
                                      {"threads", report.threads},
                                      {"batch", report.batch},
                                      {"load_s", report.loadSeconds},
                                      {"text_s", report.textSeconds},
                                      {"prefill_rows_per_s", report.prefillRowsPerSecond},
                                      {"step_s", report.stepSeconds},
                                      {"tokens_per_s", static_cast<double>(report.batch) / report.stepSeconds},
                                      {"step_gb", report.stepGigabytes},
                                      {"step_gb_per_s", report.stepGigabytes / report.stepSeconds}};
    if (report.copyGigabytesPerSecond > 0) {
        figures["copy_gb_per_s"] = report.copyGigabytesPerSecond;
    }
    if (!report.graphTrouble.empty()) {
        figures["not_recorded"] = report.graphTrouble;
    }
    figures["codec_encode_s_per_s"] = report.codecEncodeSeconds;
    figures["codec_decode_s_per_s"] = report.codecDecodeSeconds;
    figures["peak_rss_bytes"] = report.peakResidentBytes;
    return figures;
}

} // namespace

int benchAndPrint(const BenchOptions& options, bool json, const std::stop_token& stop) {
    const Result<BenchReport> result = runBench(options, stop);
    if (!result) {
        return report(result.error());
    }
    const nlohmann::ordered_json figures = asJson(result.value());
    if (json) {
        std::cout << figures.dump() << "\n" << std::flush;
        return kExitOk;
    }
    for (const auto& [name, value] : figures.items()) {
        std::cout << name << ": " << value << "\n";
    }
    std::cout << std::flush;
    return kExitOk;
}

} // namespace parley::cli
