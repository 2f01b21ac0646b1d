// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/local_models.h"
#include "cli/model_flags.h"
#include "cli/output_clash.h"
#include "cli/say_job.h"
#include "cli/say_scripts.h"
#include "parley/codec.h"
#include "parley/script.h"

#include <charconv>
#include <limits>
#include <memory>
#include <optional>
#include <random>

namespace parley::cli {

namespace {

struct SayFlags {
    ModelOptions model;
    std::optional<std::string> text;
    std::vector<std::string> scripts;
    std::string voice;
    std::string audioPrompt;
    std::optional<std::string> voiceText;
    GenerationOptions generation;
    bool closingTag = false;
    std::int64_t takes = 1;
    std::filesystem::path out;
    SayOutput output;
    std::string bits = "16";
};

constexpr ModelFlags kModelAndCodec{.model = true, .codec = true, .hasDefault = true, .packedCache = true};

/// The library would cut a number that is too large; a seed has to be the one that was asked for.
std::int64_t parseSeed(const std::string& text) {
    std::int64_t seed = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
    if (error != std::errc{} || end != text.data() + text.size()) {
        throw CLI::ValidationError("--seed " + text, "is not a whole number up to 9223372036854775807");
    }
    return seed;
}

void addOutputFlags(CLI::App& command, SayFlags& flags) {
    command.add_option("--out,--output", flags.out, "sound file: .wav .flac .ogg .opus .mp3, or a folder")->required();
    command.add_option("--bits", flags.bits, "16, 24 or float; for wav and flac")
        ->check(CLI::IsMember({"16", "24", "float"}))
        ->capture_default_str();
    command.add_option("--takes", flags.takes, "this many of each script, with seeds one apart, into numbered files")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command.add_option("--speed", flags.output.speed, "0.5 to 2.0: tempo, at the same pitch")->capture_default_str();
    command.add_option("--codes", flags.output.codes,
                       "also write codes [frames, 9] and tokens [rows, 9] (safetensors)");
    command.add_flag("--json", flags.output.json, "print the figures as one JSON object, the last line");
    command.add_flag("--quiet", flags.output.quiet, "no progress, only the seed");
}

void addGenerationFlags(CLI::App& command, GenerationOptions& options) {
    command.add_option("--max-tokens", options.maxTokens, "rows of codes, the voice's included; 86 are a second");
    command.add_option("--cfg-scale", options.cfgScale, "how strongly the text guides")->capture_default_str();
    command.add_option("--temperature", options.temperature, "0: always the likeliest")->capture_default_str();
    command.add_option("--top-p", options.topP, "keep the likeliest up to this sum")->capture_default_str();
    command.add_option("--top-k", options.topK, "keep this many candidates")->capture_default_str();
    command.add_option_function<std::string>(
        "--seed", [&options](const std::string& text) { options.seed = parseSeed(text); }, "-1 draws one");
}

/// The voice to continue in, if one was given.
Result<std::optional<VoicePrompt>> readVoice(const SayFlags& flags) {
    if (!flags.voice.empty() && !flags.audioPrompt.empty()) {
        return Error{ErrorCode::OptionInvalid, verbatim("say"), verbatim("has both --voice and --audio-prompt"),
                     verbatim("give one")};
    }
    const std::string& path = flags.voice.empty() ? flags.audioPrompt : flags.voice;
    if (path.empty()) {
        if (flags.voiceText) {
            return Error{ErrorCode::OptionInvalid, verbatim("--voice-text"), verbatim("has no --voice to belong to"),
                         verbatim("add --voice FILE")};
        }
        return std::optional<VoicePrompt>{};
    }
    if (!flags.voice.empty() && flags.voiceText.value_or("").empty()) {
        return Error{ErrorCode::OptionInvalid, verbatim("--voice"), verbatim("needs --voice-text"),
                     verbatim("add what is said in the recording, with its speaker tags")};
    }
    if (flags.voiceText.value_or("").empty()) {
        warn("--audio-prompt without --voice-text: the text must begin with what is said in the recording");
    }
    Result<AudioClip> clip = readAudio(path);
    if (!clip) {
        return clip.error();
    }
    return std::optional<VoicePrompt>{VoicePrompt{std::move(clip).value(), flags.voiceText.value_or(""), path}};
}

/// Everything about the output that can be known before any work is done.
Result<std::monostate> checkOutput(const SayFlags& flags, const std::vector<SayTask>& tasks) {
    // Written so that NaN fails.
    if (!(flags.output.speed >= 0.5 && flags.output.speed <= 2.0)) {
        return Error{ErrorCode::OptionInvalid, verbatim("--speed"), verbatim("is out of range"),
                     verbatim("use 0.5 to 2.0")};
    }
    std::vector<std::filesystem::path> read(flags.scripts.begin(), flags.scripts.end());
    read.insert(read.end(), {flags.voice, flags.audioPrompt});
    if (auto clash = checkClashes(read, tasks, flags.output.codes); !clash) {
        return clash;
    }
    for (const SayTask& task : tasks) {
        if (auto target = checkAudioTarget(task.out); !target) {
            return target;
        }
    }
    if (flags.output.codes.empty()) {
        return std::monostate{};
    }
    if (tasks.size() > 1) {
        return Error{ErrorCode::OptionInvalid, verbatim("--codes"), verbatim("is for one take of one script"),
                     verbatim("leave it out")};
    }
    return checkCodesTarget(flags.output.codes);
}

/// scene.wav → scene-2.wav for the second of several takes.
std::filesystem::path numbered(const std::filesystem::path& out, std::int64_t take) {
    return out.parent_path() / (out.stem().string() + "-" + std::to_string(take) + out.extension().string());
}

/// Every take of every script. Take i has the seed of the first plus i.
std::vector<SayTask> tasksOf(const SayFlags& flags, const std::vector<ScriptJob>& jobs) {
    std::vector<SayTask> tasks;
    for (const ScriptJob& job : jobs) {
        Request request{flags.closingTag ? withClosingTag(job.text) : job.text, std::nullopt, flags.generation};
        if (flags.takes > 1 && request.options.seed < 0) {
            request.options.seed = std::random_device{}();
        }
        const std::int64_t firstSeed = request.options.seed;
        for (std::int64_t take = 0; take < flags.takes; ++take) {
            request.options.seed = firstSeed + take;
            tasks.push_back({request, flags.takes > 1 ? numbered(job.out, take + 1) : job.out});
        }
    }
    return tasks;
}

int say(SayFlags flags, Interrupt& interrupt) {
    flags.output.format = flags.bits == "16"   ? SampleFormat::Pcm16
                          : flags.bits == "24" ? SampleFormat::Pcm24
                                               : SampleFormat::Float32;
    const auto jobs = collectScripts(flags.text, flags.scripts, flags.out);
    if (!jobs) {
        return report(jobs.error());
    }
    if (flags.generation.seed > std::numeric_limits<std::int64_t>::max() - (flags.takes - 1)) {
        return report(Error{ErrorCode::OptionInvalid, verbatim("--seed"), verbatim("is too large for that many takes"),
                            verbatim("use a smaller one")});
    }
    std::vector<SayTask> tasks = tasksOf(flags, jobs.value());
    if (const auto output = checkOutput(flags, tasks); !output) {
        return report(output.error());
    }
    const auto voice = readVoice(flags);
    if (!voice) {
        return report(voice.error());
    }
    for (SayTask& task : tasks) {
        task.request.voice = voice.value();
    }
    const Result<ModelOptions> model = chosenModel(flags.model);
    if (!model) {
        return report(model.error());
    }
    announceDemo(model.value());
    const std::stop_token stop = interrupt.heed();
    Engine engine(model.value());
    return speakAndSave(engine, tasks, flags.output, stop);
}

} // namespace

void addSay(CLI::App& app, Action& action) {
    CLI::App* command = app.add_subcommand("say", "Speak a script into a sound file");
    const auto flags = std::make_shared<SayFlags>();
    command->add_option("text", flags->text, "what to say: [S1] and [S2] before the turns, sounds as (laughs)");
    command->add_option("--script", flags->scripts, "a text file in place of TEXT, or - for standard input; may repeat")
        ->take_all()
        ->expected(1);
    command->add_option("--voice", flags->voice, "recording of the voice to speak in, 5 to 10 s");
    command->add_option("--voice-text", flags->voiceText, "what is said in it, with speaker tags");
    command->add_option("--audio-prompt", flags->audioPrompt, "as --voice; without --voice-text, TEXT begins with it");
    command->add_flag("--closing-tag", flags->closingTag,
                      "end with the other speaker's tag: keeps the last word whole");
    addOutputFlags(*command, *flags);
    addGenerationFlags(*command, flags->generation);
    addModelFlags(*command, flags->model, kModelAndCodec);
    command->callback([flags, &action] {
        requireModel(flags->model, kModelAndCodec);
        action = [flags](Interrupt& interrupt) { return say(*flags, interrupt); };
    });
}

} // namespace parley::cli
