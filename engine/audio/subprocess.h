// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace parley {

enum class ProgramEnd { Succeeded, Failed, TimedOut, NotStarted };

struct ProgramReport {
    ProgramEnd end = ProgramEnd::NotStarted;
    std::string errors; ///< the beginning of what it wrote to standard error; why it did not start
};

/// Runs a program found on PATH without a shell, with nothing on standard input, and waits for it.
/// `arguments` begins with its name. `output` gets what it writes to standard output, piece by piece; when `output`
/// throws or the time is over, the program is killed. Throws EngineError Internal (no pipes left). Any thread.
[[nodiscard]] ProgramReport runProgram(const std::vector<std::string>& arguments,
                                       const std::function<void(std::span<const std::byte>)>& output,
                                       std::chrono::milliseconds timeLimit);

} // namespace parley
