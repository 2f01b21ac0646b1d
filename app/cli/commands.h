// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/interrupt.h"

#include <CLI/CLI.hpp>

#include <functional>

namespace parley::cli {

/// What a chosen command does; returns the exit status. Filled in while the command line is read.
using Action = std::function<int(Interrupt&)>;

void addSay(CLI::App& app, Action& action);
void addTrace(CLI::App& app, Action& action);
void addEncode(CLI::App& app, Action& action);
void addDecode(CLI::App& app, Action& action);
void addInspect(CLI::App& app, Action& action);
void addDevices(CLI::App& app, Action& action);
void addModels(CLI::App& app, Action& action);
void addBench(CLI::App& app, Action& action);
void addSelfTest(CLI::App& app, Action& action);
void addServe(CLI::App& app, Action& action);

} // namespace parley::cli
