// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/bench_report.h"

#include "cli/exit_status.h"

#include <nlohmann/json.hpp>

#include <iostream>

namespace parley::cli {

namespace {

nlohmann::ordered_json asJson(const BenchReport& report) {
    nlohmann::ordered_json figures;
    for (const BenchFigure& figure : benchFigures(report)) {
        std::visit([&](const auto& value) { figures[figure.name] = value; }, figure.value);
    }
    return figures;
}

} // namespace

int benchAndPrint(const BenchOptions& options, bool json, const std::stop_token& stop) {
    const Result<BenchReport> result = runBench(options, stop);
    if (!result) {
        return report(result.error());
    }
    std::cout << (json ? asJson(result.value()).dump() + "\n" : benchTable(result.value())) << std::flush;
    return kExitOk;
}

} // namespace parley::cli
