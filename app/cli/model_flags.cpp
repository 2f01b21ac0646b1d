// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/model_flags.h"

#include "cli/exit_status.h"

namespace parley::cli {

void addModelFlags(CLI::App& command, ModelOptions& options, ModelFlags flags) {
    if (flags.model) {
        command.add_option("--model,--checkpoint", options.model,
                           flags.hasDefault
                               ? "Dia checkpoint: a .safetensors or .pth file, a shard index, or a folder; without it "
                                 "and --codec the default model, see parley-cli models"
                               : "Dia checkpoint: a .safetensors or .pth file, a shard index, or a folder");
        command.add_option("--config", options.config, "its config.json, if that is not beside it");
        command.add_option("--generation", options.generation, "0.1 or 0626, where the checkpoint does not tell");
        command.add_flag_function(
            "--local-paths", [](std::int64_t) {}, "accepted for the reference's sake; paths are always local");
    }
    if (flags.codec) {
        command.add_option("--codec", options.codec,
                           flags.hasDefault
                               ? "DAC codec at 44.1 kHz: its file or folder; without it the one of this machine"
                               : "DAC codec at 44.1 kHz: its file or folder");
    }
    command.add_flag("--demo", options.demo, "a tiny untrained model instead: everything runs, the sound is noise");
    command.add_option("--device", options.device, "auto, cpu, cuda, cuda:N or mps")->capture_default_str();
    command.add_option("--dtype", options.dtype, "auto, float32, float16, bfloat16, int8 or int4, as the device can")
        ->capture_default_str();
    command.add_flag("--tf32", options.tf32, "float32 on NVIDIA GPUs: round products to TF32, faster and less exact");
    if (flags.packedCache) {
        options.packedCache = defaultPackedCache();
        command
            .add_option_function<std::string>(
                "--packed-cache",
                [&options](const std::string& folder) {
                    options.packedCache = folder == "none" ? std::filesystem::path() : std::filesystem::path(folder);
                },
                "folder that keeps int8 and int4 weights for the next time, or none")
            ->default_str(options.packedCache.string());
    }
    command.add_option("--threads", options.threads, "0: one per core")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
}

void requireModel(const ModelOptions& options, ModelFlags flags) {
    if (options.demo) {
        if (!options.model.empty() || !options.codec.empty()) {
            throw CLI::ValidationError("--demo", "stands in place of --model and --codec; give one or the other");
        }
        return;
    }
    if (flags.hasDefault && (!options.model.empty() || options.codec.empty())) {
        return; // the codec of this machine goes with any model, and no model with any codec
    }
    if (flags.model && options.model.empty()) {
        throw CLI::RequiredError("--model (or --demo)");
    }
    if (flags.codec && options.codec.empty()) {
        throw CLI::RequiredError("--codec (or --demo)");
    }
}

void announceDemo(const ModelOptions& options) {
    if (options.demo) {
        complain("demo: an untrained model speaks; what you will hear is noise");
    }
}

} // namespace parley::cli
