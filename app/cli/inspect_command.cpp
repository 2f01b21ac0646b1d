// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/model_flags.h"
#include "parley/inspect.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>
#include <memory>

namespace parley::cli {

namespace {

struct InspectFlags {
    ModelOptions model;
    bool json = false;
};

void printNames(const char* title, const std::vector<std::string>& names) {
    constexpr std::size_t kShown = 20;
    std::cout << title << ": " << names.size() << "\n";
    for (std::size_t i = 0; i < std::min(names.size(), kShown); ++i) {
        std::cout << "  " << names[i] << "\n";
    }
    if (names.size() > kShown) {
        std::cout << "  … (all with --json)\n";
    }
}

void printReport(const CheckpointReport& report) {
    std::cout << report.kind << ", " << report.layout << " layout";
    if (!report.generation.empty()) {
        std::cout << ", generation " << report.generation;
    }
    std::cout << "\nparameters: " << report.parameters << "\nbytes: " << report.bytes << "\n";
    for (const auto& [dtype, count] : report.dtypes) {
        std::cout << dtype << ": " << count << " tensors\n";
    }
    for (const auto& [name, size] : report.sizes) {
        std::cout << name << ": " << size << "\n";
    }
    if (!report.keyPrefix.empty()) {
        std::cout << "keys begin with: " << report.keyPrefix << "\n";
    }
    printNames("missing", report.missing);
    printNames("wrong", report.wrong);
    printNames("extra", report.extra);
    std::cout << std::flush;
}

void printJson(const CheckpointReport& report) {
    nlohmann::json json = {{"kind", report.kind},
                           {"layout", report.layout},
                           {"generation", report.generation},
                           {"key_prefix", report.keyPrefix},
                           {"parameters", report.parameters},
                           {"bytes", report.bytes},
                           {"missing", report.missing},
                           {"wrong", report.wrong},
                           {"extra", report.extra}};
    for (const auto& [name, size] : report.sizes) {
        json["sizes"][name] = size;
    }
    for (const auto& [dtype, count] : report.dtypes) {
        json["dtypes"][dtype] = count;
    }
    // Names come from the file and may be no UTF-8.
    std::cout << json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << "\n" << std::flush;
}

int inspect(const InspectFlags& flags) {
    const Result<CheckpointReport> report = inspectCheckpoint(flags.model);
    if (!report) {
        return cli::report(report.error());
    }
    flags.json ? printJson(report.value()) : printReport(report.value());
    const bool usable = report.value().missing.empty() && report.value().wrong.empty();
    return usable ? kExitOk : kExitFailed;
}

} // namespace

void addInspect(CLI::App& app, Action& action) {
    CLI::App* command = app.add_subcommand("inspect", "Tell what a checkpoint is and whether it is whole");
    const auto flags = std::make_shared<InspectFlags>();
    command->add_option("path", flags->model.model, "a checkpoint or codec: file or folder")->required();
    command->add_option("--config", flags->model.config, "its config.json, if that is not beside it");
    command->add_option("--generation", flags->model.generation, "0.1 or 0626, where the checkpoint does not tell");
    command->add_flag("--json", flags->json, "print one JSON object");
    command->callback([flags, &action] { action = [flags](Interrupt&) { return inspect(*flags); }; });
}

} // namespace parley::cli
