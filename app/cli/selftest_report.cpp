// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/selftest_report.h"

#include "cli/exit_status.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>
#include <vector>

namespace parley::cli {

namespace {

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
            {"uses_fallback", verdict.usesFallback},
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
    std::cout << (verdict.usesFallback ? "; with plainer kernels, since the first ones failed" : "");
    std::cout << "\n";
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

} // namespace

int selfTestAndPrint(const SelfTestOptions& options, bool json, const std::stop_token& stop) {
    const Result<std::vector<SelfTestVerdict>> verdicts = runSelfTest(options, stop);
    if (!verdicts) {
        return report(verdicts.error());
    }
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (const SelfTestVerdict& verdict : verdicts.value()) {
        json ? all.push_back(asJson(verdict)) : printLine(verdict);
    }
    if (json) {
        std::cout << nlohmann::ordered_json{{"verdicts", all}}.dump(-1, ' ', false,
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

int compareAndPrint(const SelfTestOptions& options, const std::filesystem::path& codes, bool json,
                    const std::stop_token& stop) {
    const Result<CodesComparison> comparison = compareWithCodes(options, codes, stop);
    return comparison ? printComparison(comparison.value(), json) : report(comparison.error());
}

} // namespace parley::cli
