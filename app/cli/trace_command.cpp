// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/model_flags.h"
#include "parley/codec.h"
#include "parley/trace.h"

#include <memory>

namespace parley::cli {

namespace {

struct TraceFlags {
    ModelOptions model;
    std::string text;
    std::filesystem::path tokens;
    std::filesystem::path out;
};

int trace(const TraceFlags& flags, const std::stop_token& stop) {
    if (const auto target = checkCodesTarget(flags.out); !target) {
        return report(target.error());
    }
    const Result<Codes> tokens = readCodes(flags.tokens, "tokens");
    if (!tokens) {
        return report(tokens.error());
    }
    const auto written = writeTrace(flags.model, flags.text, tokens.value(), flags.out, stop);
    return written ? kExitOk : report(written.error());
}

} // namespace

void addTrace(CLI::App& app, Action& action) {
    CLI::App* command =
        app.add_subcommand("trace", "Write what the network computes for given tokens (for bug reports)");
    const auto flags = std::make_shared<TraceFlags>();
    const ModelFlags wanted{.model = true, .codec = false};
    addModelFlags(*command, flags->model, wanted);
    command->add_option("--text", flags->text, "the text, transcript included")->required();
    command->add_option("--tokens", flags->tokens, "safetensors file with tokens [rows, channels]")->required();
    command->add_option("--out", flags->out, "safetensors file for text_tokens, encoder_out and logits")->required();
    command->callback([flags, wanted, &action] {
        requireModel(flags->model, wanted);
        action = [flags](Interrupt& interrupt) { return trace(*flags, interrupt.heed()); };
    });
}

} // namespace parley::cli
