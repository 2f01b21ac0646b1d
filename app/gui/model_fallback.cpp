// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/model_fallback.h"

#include "bridge/error_text.h"

#include <string>
#include <utility>
#include <vector>

namespace parley::gui {

namespace {

constexpr const char* kAuto = "auto";

/// The option that an error is about, as the command line writes it; empty: none.
std::string optionOf(const Error& error) {
    const std::vector<Phrase>& parts = error.subject.arguments();
    return parts.empty() ? std::string() : parts.front().text();
}

bool isAbout(const Error& error, ErrorCode code, const char* option) {
    return error.code == code || (error.code == ErrorCode::OptionInvalid && optionOf(error) == option);
}

} // namespace

std::optional<ModelFallback> fallbackAfter(const ModelFallback& tried, const Error& error) {
    ModelFallback next = tried;
    const auto giveWay = [&error](std::string& value, QString& refusal) {
        refusal = ui::localText(error.problem);
        return std::exchange(value, kAuto) != kAuto;
    };
    if (isAbout(error, ErrorCode::DeviceUnavailable, "--device") &&
        giveWay(next.options.device, next.refusals.device)) {
        return next;
    }
    if (isAbout(error, ErrorCode::DTypeUnsupported, "--dtype") && giveWay(next.options.dtype, next.refusals.dtype)) {
        return next;
    }
    return std::nullopt;
}

} // namespace parley::gui
