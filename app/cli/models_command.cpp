// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/models_commands.h"

#include <memory>

namespace parley::cli {

namespace {

constexpr const char* kWhich = "an id of the list, a repository, a folder's name or a path";
constexpr const char* kWhichOrPack = "an id of the list, a repository, a folder's name or a path, or gpu-pack";

/// A command of one argument.
void addOne(CLI::App& models, Action& action, const char* name, const char* what, const char* which,
            int (*run)(const std::string&)) {
    CLI::App* command = models.add_subcommand(name, what);
    const auto value = std::make_shared<std::string>();
    command->add_option("model", *value, which)->required();
    command->callback([value, run, &action] { action = [value, run](Interrupt&) { return run(*value); }; });
}

void addList(CLI::App& models, Action& action) {
    CLI::App* command = models.add_subcommand("list", "What is on this machine, and what can be downloaded");
    const auto json = std::make_shared<bool>(false);
    command->add_flag("--json", *json, "print one JSON object");
    command->callback([json, &action] { action = [json](Interrupt&) { return listModels(*json); }; });
}

void addDownload(CLI::App& models, Action& action) {
    CLI::App* command =
        models.add_subcommand("download", "Bring a model and its codec; goes on with what an earlier download left");
    const auto flags = std::make_shared<DownloadFlags>();
    command
        ->add_option(
            "source", flags->source,
            "an id of the list, a repository as owner/name[@revision], the https address of a file, or gpu-pack: "
            "CUDA's libraries for NVIDIA GPUs")
        ->required();
    command->add_option("--to", flags->to, "this folder in place of one in the models folder");
    command->add_flag("--again", flags->evenIfHere, "even if a cache of another program has it");
    command->add_flag("--no-codec", flags->withoutCodec, "the model alone");
    command->callback(
        [flags, &action] { action = [flags](Interrupt& interrupt) { return downloadModel(*flags, interrupt); }; });
}

void addVerify(CLI::App& models, Action& action) {
    CLI::App* command = models.add_subcommand("verify", "Read all of a model, or of all models, and compare hashes");
    const auto name = std::make_shared<std::string>();
    command->add_option("model", *name, kWhichOrPack);
    command->callback(
        [name, &action] { action = [name](Interrupt& interrupt) { return verifyModels(*name, interrupt); }; });
}

void addQuantize(CLI::App& models, Action& action) {
    CLI::App* command =
        models.add_subcommand("quantize", "Make a smaller copy of a model, and measure how it differs from it");
    const auto flags = std::make_shared<QuantizeFlags>();
    command->add_option("model", flags->model, kWhich)->required();
    command->add_option("--dtype", flags->format, "int8 or int4: what its large matrices are held in")
        ->capture_default_str();
    command->add_option("--generation", flags->generation, "0.1 or 0626, if the checkpoint doesn't tell");
    command->add_option("--to", flags->to, "this folder in place of one in the models folder");
    command->callback(
        [flags, &action] { action = [flags](Interrupt& interrupt) { return quantizeModel(*flags, interrupt); }; });
}

} // namespace

void addModels(CLI::App& app, Action& action) {
    CLI::App* models = app.add_subcommand("models", "Find, download, check and remove models");
    models->require_subcommand(1);
    addList(*models, action);
    addDownload(*models, action);
    addVerify(*models, action);
    addQuantize(*models, action);
    addOne(*models, action, "path", "Where a model is", kWhichOrPack, &printModelPath);
    addOne(*models, action, "use", "Make a model the one that say takes", kWhich, &useModel);
    addOne(*models, action, "remove", "Remove a model that Parley brought, or forget a folder that was added",
           kWhichOrPack, &removeModel);
    CLI::App* import = models->add_subcommand("import", "Look through a folder, too; nothing is copied");
    const auto folder = std::make_shared<std::filesystem::path>();
    import->add_option("folder", *folder, "a folder with models in it")->required();
    import->callback([folder, &action] { action = [folder](Interrupt&) { return importFolder(*folder); }; });
}

} // namespace parley::cli
