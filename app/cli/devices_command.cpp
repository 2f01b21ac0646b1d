// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/devices_report.h"

#include <memory>

namespace parley::cli {

void addDevices(CLI::App& app, Action& action) {
    CLI::App* command = app.add_subcommand("devices", "List what this machine can compute on, and what auto takes");
    const auto json = std::make_shared<bool>(false);
    command->add_flag("--json", *json, "print one JSON object");
    command->callback([json, &action] { action = [json](Interrupt&) { return printDevices(*json); }; });
}

} // namespace parley::cli
