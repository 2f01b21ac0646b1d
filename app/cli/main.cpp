// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/version_text.h"

#include <algorithm>
#include <exception>
#include <string>
#include <vector>

namespace {

/// The whole name of the command that the words led to: "parley-cli models list".
std::string commandOf(const CLI::App& app) {
    const auto used = app.get_subcommands();
    return used.empty() ? app.get_name() : app.get_name() + " " + commandOf(*used.front());
}

/// What nobody expects is told before what is missing, which is often the same thing, misspelt.
std::string faultOf(const CLI::App& app, const CLI::ParseError& error) {
    const bool isMissing = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
    const auto unexpected = isMissing ? app.remaining(true) : std::vector<std::string>();
    const std::string fault = unexpected.empty() ? std::string(error.what()) : unexpected.front() + " was not expected";
    return fault + "; see " + commandOf(app) + " --help";
}

int parse(CLI::App& app, int argc, char** argv, parley::cli::Action& action) {
    const auto commands = app.get_subcommands([](const CLI::App*) { return true; });
    const auto isMeant = [&](const CLI::App* command) { return command->check_name(argv[1]); };
    if (argc > 1 && *argv[1] != '-' && std::none_of(commands.begin(), commands.end(), isMeant)) {
        parley::cli::complain(std::string(argv[1]) + " is not a command; see parley-cli --help");
        return parley::cli::kExitUsage;
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& wanted) { // --help, --version
        return app.exit(wanted);
    } catch (const CLI::ParseError& error) {
        parley::cli::complain(faultOf(app, error));
        return parley::cli::kExitUsage;
    }
    return action ? -1 : parley::cli::kExitUsage;
}

} // namespace

int main(int argc, char** argv) {
    try {
        parley::cli::Interrupt interrupt;
        CLI::App app("Parley: scripts with speakers become speech, with the Dia model.", "parley-cli");
        app.set_version_flag("--version", &parley::cli::versionText);
        app.require_subcommand(1);
        parley::cli::Action action;
        parley::cli::addSay(app, action);
        parley::cli::addServe(app, action);
        parley::cli::addTrace(app, action);
        parley::cli::addEncode(app, action);
        parley::cli::addDecode(app, action);
        parley::cli::addInspect(app, action);
        parley::cli::addDevices(app, action);
        parley::cli::addModels(app, action);
        parley::cli::addBench(app, action);
        parley::cli::addSelfTest(app, action);
        const int parsed = parse(app, argc, argv, action);
        return parsed >= 0 ? parsed : action(interrupt);
    } catch (const std::exception& error) {
        parley::cli::complain(error.what());
        return parley::cli::kExitFailed;
    }
}
