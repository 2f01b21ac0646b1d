// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/bench.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace parley {

namespace {

/// How a figure is written; six digits say more than two runs have in common.
struct AsText {
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(double number) const {
        std::array<char, 32> text{};
        (void)std::snprintf(text.data(), text.size(), "%.6g", number);
        return text.data();
    }
};

} // namespace

std::vector<BenchFigure> benchFigures(const BenchReport& report) {
    std::vector<BenchFigure> figures = {{"device", report.device},
                                        {"dtype", report.dtype},
                                        {"threads", std::int64_t{report.threads}},
                                        {"batch", report.batch},
                                        {"load_s", report.loadSeconds},
                                        {"text_s", report.textSeconds},
                                        {"prefill_rows_per_s", report.prefillRowsPerSecond},
                                        {"step_s", report.stepSeconds},
                                        {"tokens_per_s", static_cast<double>(report.batch) / report.stepSeconds},
                                        {"step_gb", report.stepGigabytes},
                                        {"step_gb_per_s", report.stepGigabytes / report.stepSeconds}};
    if (report.copyGigabytesPerSecond > 0) {
        figures.push_back({"copy_gb_per_s", report.copyGigabytesPerSecond});
    }
    if (!report.graphTrouble.empty()) {
        figures.push_back({"not_recorded", report.graphTrouble});
    }
    figures.push_back({"codec_encode_s_per_s", report.codecEncodeSeconds});
    figures.push_back({"codec_decode_s_per_s", report.codecDecodeSeconds});
    figures.push_back({"peak_rss_bytes", static_cast<std::int64_t>(report.peakResidentBytes)});
    return figures;
}

std::string textOf(const BenchFigure& figure) {
    return std::visit(AsText{}, figure.value);
}

std::string benchTable(const BenchReport& report) {
    const std::vector<BenchFigure> figures = benchFigures(report);
    const auto longest =
        std::ranges::max_element(figures, {}, [](const BenchFigure& each) { return each.name.size(); });
    const std::size_t column = longest->name.size() + 2;
    std::string table;
    for (const BenchFigure& figure : figures) {
        table += figure.name + std::string(column - figure.name.size(), ' ') + textOf(figure) + '\n';
    }
    return table;
}

} // namespace parley
