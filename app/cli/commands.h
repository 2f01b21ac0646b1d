// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <stop_token>

namespace parley::cli {

/// What a chosen command does; returns the exit status. Filled in while the command line is read.
using Action = std::function<int(const std::stop_token&)>;

void addSay(CLI::App& app, Action& action);
void addTrace(CLI::App& app, Action& action);
void addEncode(CLI::App& app, Action& action);
void addDecode(CLI::App& app, Action& action);
void addInspect(CLI::App& app, Action& action);
void addDevices(CLI::App& app, Action& action);
void addBench(CLI::App& app, Action& action);

} // namespace parley::cli
