// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/verdicts.h"

#include "parley/version.h"

#include <torch/headeronly/version.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <locale>
#include <optional>
#include <sstream>
#include <utility>

namespace parley::backend {

namespace {

constexpr std::array kFigures{&SelfTestVerdict::largestError, &SelfTestVerdict::rmsError,
                              &SelfTestVerdict::otherChoices, &SelfTestVerdict::soundError};

constexpr std::size_t kNamed = 4; ///< fields before the figures
constexpr const char* kFirst = "first attention";
constexpr const char* kFallback = "second attention";
constexpr const char* kCutShort = "cut short";

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t end = 0; end != std::string_view::npos;) {
        end = text.find(separator);
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return parts;
}

std::optional<double> number(std::string_view text) {
    if (text == "inf") {
        return HUGE_VAL;
    }
    // LLVM's library, which is Apple's, got std::from_chars for these late; a stream heeds no locale but its own.
    std::istringstream stream{std::string(text)};
    stream.imbue(std::locale::classic());
    double value = 0;
    stream >> std::noskipws >> value;
    const bool isWhole = !stream.fail() && stream.peek() == std::istringstream::traits_type::eof();
    return isWhole ? std::optional(value) : std::nullopt;
}

/// What goes into a field of a line.
std::string field(std::string text) {
    std::replace_if(text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
}

std::string digits(double value) {
    std::array<char, 40> text{};
    // A figure that is no number is as wrong as one can be.
    const double shown = std::isnan(value) ? HUGE_VAL : value;
    const auto [end, fault] = std::to_chars(text.data(), text.data() + text.size(), shown);
    return fault == std::errc() ? std::string(text.data(), end) : std::string("inf");
}

std::optional<SelfTestVerdict> readVerdict(std::string_view line) {
    const std::vector<std::string_view> fields = split(line, '\t');
    if (fields.size() != kNamed + 2 * kFigures.size() ||
        (fields[3] != kFirst && fields[3] != kFallback && fields[3] != kCutShort)) {
        return std::nullopt;
    }
    SelfTestVerdict verdict{.device = std::string(fields[0]),
                            .dtype = std::string(fields[1]),
                            .version = std::string(fields[2]),
                            .usesFallback = fields[3] == kFallback,
                            .wasCutShort = fields[3] == kCutShort};
    for (std::size_t i = 0; i < kFigures.size(); ++i) {
        const auto measured = number(fields[kNamed + 2 * i]);
        const auto allowed = number(fields[kNamed + 1 + 2 * i]);
        if (!measured || !allowed) {
            return std::nullopt;
        }
        verdict.*kFigures[i] = {*measured, *allowed};
    }
    return verdict;
}

bool isOfSame(const SelfTestVerdict& a, const SelfTestVerdict& b) {
    return a.device == b.device && a.dtype == b.dtype;
}

std::string percent(double share) {
    std::array<char, 40> text{};
    (void)std::snprintf(text.data(), text.size(), "%.3g %%", share * 100);
    return text.data();
}

/// "the self-test found bfloat16 wrong: 12 % where 1 % is allowed", by the first figure that doesn't hold.
Phrase wrongPhrase(const SelfTestVerdict& verdict) {
    if (verdict.wasCutShort) {
        return phrase("the program ended while it tried %1 on it; `parley-cli selftest --device %2` tries again",
                      verdict.dtype, verdict.device);
    }
    const auto failed =
        std::find_if(kFigures.begin(), kFigures.end(), [&](auto figure) { return !(verdict.*figure).holds(); });
    const SelfTestFigure figure = failed == kFigures.end() ? SelfTestFigure{} : verdict.**failed;
    return phrase("the self-test found %1 wrong by %2, where %3 is allowed", verdict.dtype, percent(figure.measured),
                  percent(figure.allowed));
}

} // namespace

std::string verdictVersion(const DeviceInfo& device) {
    return field(device.version + ", Parley " + std::string(buildInfo().version) + ", torch " TORCH_VERSION);
}

std::string writtenVerdicts(const std::vector<SelfTestVerdict>& verdicts) {
    std::string text;
    for (const SelfTestVerdict& verdict : verdicts) {
        text += field(verdict.device) + '\t' + field(verdict.dtype) + '\t' + field(verdict.version) + '\t' +
                (verdict.wasCutShort    ? kCutShort
                 : verdict.usesFallback ? kFallback
                                        : kFirst);
        for (const auto figure : kFigures) {
            text += '\t' + digits((verdict.*figure).measured) + '\t' + digits((verdict.*figure).allowed);
        }
        text += '\n';
    }
    return text;
}

std::vector<SelfTestVerdict> readVerdicts(std::string_view text) {
    std::vector<SelfTestVerdict> verdicts;
    for (const std::string_view line : split(text, '\n')) {
        if (auto verdict = readVerdict(line)) {
            verdicts.push_back(std::move(*verdict));
        }
    }
    return verdicts;
}

std::vector<SelfTestVerdict> mergedVerdicts(const std::vector<SelfTestVerdict>& known,
                                            const std::vector<SelfTestVerdict>& latest) {
    std::vector<SelfTestVerdict> merged = known;
    for (const SelfTestVerdict& now : latest) {
        merged = withoutVerdict(std::move(merged), now);
    }
    merged.insert(merged.end(), latest.begin(), latest.end());
    return merged;
}

std::vector<DeviceInfo> withoutWrongOnes(std::vector<DeviceInfo> devices,
                                         const std::vector<SelfTestVerdict>& verdicts) {
    for (DeviceInfo& device : devices) {
        for (const SelfTestVerdict& verdict : verdicts) {
            const bool isOracle = device.kind == DeviceKind::Cpu && verdict.dtype == "float32";
            const auto format = std::find(device.dtypes.begin(), device.dtypes.end(), verdict.dtype);
            if (verdict.device != device.id || verdict.version != verdictVersion(device) || verdict.passed() ||
                isOracle || format == device.dtypes.end()) {
                continue;
            }
            const bool wasFirst = format == device.dtypes.begin();
            device.dtypes.erase(format);
            device.dtypeReason = wasFirst ? wrongPhrase(verdict) : device.dtypeReason;
            if (device.dtypes.empty()) {
                device.available = false;
                device.reason = wrongPhrase(verdict);
            }
        }
    }
    return devices;
}

std::vector<SelfTestVerdict> withoutVerdict(std::vector<SelfTestVerdict> known, const SelfTestVerdict& gone) {
    std::erase_if(known, [&](const SelfTestVerdict& each) { return isOfSame(each, gone); });
    return known;
}

std::optional<SelfTestVerdict> verdictOf(const DeviceInfo& device, const std::string& dtype,
                                         const std::vector<SelfTestVerdict>& verdicts) {
    const auto found = std::find_if(verdicts.begin(), verdicts.end(), [&](const SelfTestVerdict& verdict) {
        return verdict.device == device.id && verdict.dtype == dtype && verdict.version == verdictVersion(device);
    });
    return found == verdicts.end() ? std::nullopt : std::optional(*found);
}

} // namespace parley::backend
