// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/local_models.h"
#include "cli/model_flags.h"
#include "cli/serve_key.h"
#include "parley/devices.h"
#include "parley/inspect.h"
#include "serve/serve.h"

#include <iostream>
#include <memory>

namespace parley::cli {

namespace {

struct ServeFlags {
    serve::ServeOptions options;
    std::filesystem::path keyFile;
    std::int64_t unloadAfter = 0; ///< seconds
    bool quiet = false;
};

constexpr ModelFlags kModelAndCodec{.model = true, .codec = true, .hasDefault = true, .packedCache = true};

/// models--owner--name/snapshots/… → owner/name, as in the hub's cache; else the folder's or file's name.
std::string nameOf(const ModelOptions& model) {
    if (model.demo) {
        return "demo";
    }
    const std::filesystem::path path = std::filesystem::absolute(model.model).lexically_normal();
    constexpr std::string_view kPrefix = "models--";
    for (const std::filesystem::path& part : path) {
        const std::string name = part.string();
        const std::size_t dashes = name.find("--", kPrefix.size());
        if (name.starts_with(kPrefix) && dashes != std::string::npos) {
            return name.substr(kPrefix.size(), dashes - kPrefix.size()) + "/" + name.substr(dashes + 2);
        }
    }
    const bool isFile = std::filesystem::is_regular_file(path);
    const std::string name = isFile ? path.stem().string() : path.filename().string();
    return name.empty() ? path.parent_path().filename().string() : name;
}

/// What can be known before a port is taken.
Result<std::monostate> check(const serve::ServeOptions& options) {
    if (!options.voices.empty() && !std::filesystem::is_directory(options.voices)) {
        return Error{
            ErrorCode::OptionInvalid, verbatim("--voices " + options.voices.string()), verbatim("is not a folder"), {}};
    }
    if (const auto choice = chooseCompute(options.model.device, options.model.dtype, listDevices()); !choice) {
        return choice.error();
    }
    if (!options.model.demo) {
        if (const auto report = inspectCheckpoint(options.model); !report) {
            return report.error();
        }
        if (const auto report = inspectPath(options.model.codec); !report) {
            return report.error();
        }
    }
    return std::monostate{};
}

int run(ServeFlags flags, Interrupt& interrupt) {
    Result<std::string> key = readServeKey(flags.keyFile);
    if (!key) {
        return report(key.error());
    }
    Result<ModelOptions> model = chosenModel(flags.options.model);
    if (!model) {
        return report(model.error());
    }
    serve::ServeOptions& options = flags.options;
    options.unloadAfter = std::chrono::seconds(flags.unloadAfter);
    options.key = std::move(key).value();
    options.model = std::move(model).value();
    if (options.modelName.empty()) {
        options.modelName = nameOf(options.model);
    }
    if (const auto checked = check(options); !checked) {
        return report(checked.error());
    }
    announceDemo(options.model);
    options.log = [quiet = flags.quiet](const std::string& line) {
        if (!quiet) {
            complain(line);
        }
    };
    options.onListening = [](const std::string& address) {
        std::cout << "listening at " << address << "\n" << std::flush;
    };
    const auto served = serve::serve(options, interrupt.heed());
    return served ? kExitOk : report(served.error());
}

} // namespace

void addServe(CLI::App& app, Action& action) {
    CLI::App* command = app.add_subcommand("serve", "Speak for other programs: an HTTP server in OpenAI's shape");
    command->footer("POST /v1/audio/speech, GET /v1/models, /v1/audio/voices, /health, /metrics: see docs/server.md.\n"
                    "Ctrl-C or SIGTERM ends it. Without a key it answers programs on this machine only.");
    const auto flags = std::make_shared<ServeFlags>();
    serve::ServeOptions& options = flags->options;
    command->add_option("--host", options.host, "address to listen at; any but this machine's own needs a key")
        ->capture_default_str();
    command->add_option("--port", options.port, "0: any that is free; the first line of output tells")
        ->check(CLI::Range(0, 65535))
        ->capture_default_str();
    command->add_option("--key-file", flags->keyFile, "file with the key that clients must send; or PARLEY_API_KEY");
    command
        ->add_option("--queue", options.queue, "scripts in hand at a time, those being spoken included; more get 429")
        ->check(CLI::Range(1, 500))
        ->capture_default_str();
    command
        ->add_option("--unload-after", flags->unloadAfter,
                     "SECONDS without a script until the model goes out of memory; the next one loads it. 0: never")
        ->check(CLI::Range(0, 7 * 24 * 3600))
        ->capture_default_str();
    command->add_option("--voices", options.voices, "folder of voices that clients may name: NAME.wav beside NAME.txt");
    command->add_option("--model-name", options.modelName, "what clients call the model; its folder's name otherwise");
    command->add_flag("--quiet", flags->quiet, "no line for each request");
    addModelFlags(*command, options.model, kModelAndCodec);
    command->callback([flags, &action] {
        requireModel(flags->options.model, kModelAndCodec);
        action = [flags](Interrupt& interrupt) { return run(*flags, interrupt); };
    });
}

} // namespace parley::cli
