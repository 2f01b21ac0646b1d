// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/model_flags.h"
#include "parley/audio.h"
#include "parley/codec.h"

#include <iostream>
#include <memory>

namespace parley::cli {

namespace {

struct CodecFlags {
    ModelOptions model;
    std::filesystem::path in;
    std::filesystem::path out;
};

constexpr ModelFlags kCodecOnly{.model = false, .codec = true};

int encode(const CodecFlags& flags, const std::stop_token& stop) {
    if (const auto target = checkCodesTarget(flags.out); !target) {
        return report(target.error());
    }
    const Result<AudioClip> clip = readAudio(flags.in);
    if (!clip) {
        return report(clip.error());
    }
    if (clip.value().samples.empty()) {
        return report({ErrorCode::AudioUnreadable, flags.in, verbatim("holds no sound"), {}});
    }
    const Result<Codes> codes = encodeSound(flags.model, clip.value(), stop);
    if (!codes) {
        return report(codes.error());
    }
    const auto written = writeCodes(flags.out, codes.value(), std::nullopt);
    if (!written) {
        return report(written.error());
    }
    std::cout << flags.out.string() << ": " << codes.value().frames() << " frames, " << clip.value().seconds()
              << " s of sound\n"
              << std::flush;
    return kExitOk;
}

int decode(const CodecFlags& flags, const std::stop_token& stop) {
    if (const auto target = checkAudioTarget(flags.out); !target) {
        return report(target.error());
    }
    const Result<Codes> codes = readCodes(flags.in, "codes");
    if (!codes) {
        return report(codes.error());
    }
    const Result<AudioClip> clip = decodeCodes(flags.model, codes.value(), stop);
    if (!clip) {
        return report(clip.error());
    }
    const auto written = writeAudio(flags.out, clip.value());
    if (!written) {
        return report(written.error());
    }
    std::cout << flags.out.string() << ": " << clip.value().seconds() << " s of sound\n" << std::flush;
    return kExitOk;
}

using Work = int (*)(const CodecFlags&, const std::stop_token&);

void addCodecCommand(CLI::App& app, Action& action, const char* name, const char* help, const char* inHelp, Work work) {
    CLI::App* command = app.add_subcommand(name, help);
    const auto flags = std::make_shared<CodecFlags>();
    command->add_option("input", flags->in, inHelp)->required();
    command->add_option("--out,--output", flags->out, "the file to write")->required();
    addModelFlags(*command, flags->model, kCodecOnly);
    command->callback([flags, work, &action] {
        requireModel(flags->model, kCodecOnly);
        action = [flags, work](Interrupt& interrupt) { return work(*flags, interrupt.heed()); };
    });
}

} // namespace

void addEncode(CLI::App& app, Action& action) {
    addCodecCommand(app, action, "encode", "Turn a sound file into codes", "any sound file", &encode);
}

void addDecode(CLI::App& app, Action& action) {
    addCodecCommand(app, action, "decode", "Turn codes into a sound file",
                    "safetensors file with codes [frames, channels]", &decode);
}

} // namespace parley::cli
