// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/exit_status.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <iostream>

namespace parley::cli {

namespace {

/// File names and texts may hold anything; an error is one line all the same, and no terminal commands.
std::string oneLine(std::string text) {
    std::replace_if(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
    return text;
}

/// As it was started: parley-cli, parley-core.
std::string programName() {
#ifdef __APPLE__
    return getprogname();
#else
    return program_invocation_short_name;
#endif
}

} // namespace

void complain(const std::string& text) {
    std::cerr << programName() + ": " + oneLine(text) + "\n" << std::flush; // in one piece, from whatever thread
}

void warn(const std::string& text) {
    complain("warning: " + text);
}

int report(const Error& error) {
    complain(error.message());
    switch (error.code) {
    case ErrorCode::Cancelled:
        return kExitCancelled;
    case ErrorCode::OptionInvalid:
        return kExitUsage;
    default:
        return kExitFailed;
    }
}

} // namespace parley::cli
