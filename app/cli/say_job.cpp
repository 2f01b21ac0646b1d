// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/say_job.h"

#include "cli/exit_status.h"
#include "cli/say_listener.h"
#include "parley/codec.h"
#include "parley/devices.h"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <optional>
#include <sstream>

namespace parley::cli {

namespace {

double wallTime(const Figures& figures) {
    return figures.prefill + figures.decode + figures.codec;
}

double ratio(double value, double time) {
    return time > 0 ? value / time : 0.0;
}

void printJson(const Speech& speech, bool whole) {
    const Figures& f = speech.figures;
    const nlohmann::ordered_json json = {{"frames", speech.codes.frames()},
                                         {"steps", speech.steps},
                                         {"seconds", speech.sound.seconds()},
                                         {"tokens_per_s", ratio(static_cast<double>(speech.steps), f.decode)},
                                         {"realtime", ratio(speech.sound.seconds(), wallTime(f))},
                                         {"seed", speech.seed},
                                         {"device", speech.device},
                                         {"dtype", speech.dtype},
                                         {"load_s", f.load},
                                         {"prefill_s", f.prefill},
                                         {"decode_s", f.decode},
                                         {"codec_s", f.codec},
                                         {"first_audio_s", f.firstAudio},
                                         {"peak_rss_bytes", peakResidentBytes()},
                                         {"complete", whole}};
    std::cout << json.dump() << "\n" << std::flush;
}

/// `where`: the file that holds the sound, if there is one. The seed is told in any case: it makes the run again.
void printSummary(const std::optional<std::filesystem::path>& where, const Speech& speech, const SayOutput& output) {
    std::ostringstream line;
    if (where && !output.quiet) {
        line << std::fixed << std::setprecision(1) << where->string() << ": " << speech.sound.seconds() / output.speed
             << " s of sound in " << wallTime(speech.figures) << " s (" << std::setprecision(2)
             << ratio(speech.sound.seconds(), wallTime(speech.figures)) << " x real time), ";
    }
    std::cout << line.str() << "seed " << speech.seed << "\n" << std::flush;
}

/// Keeps a sound that could not be written where it was wanted. Returns where it is now, if anywhere.
std::optional<std::filesystem::path> rescue(const AudioClip& clip, std::uint64_t seed) {
    std::error_code error;
    std::vector<std::filesystem::path> folders;
    if (std::filesystem::path folder = std::filesystem::temp_directory_path(error); !error) {
        folders.push_back(std::move(folder));
    }
    if (const char* home = std::getenv("HOME"); home != nullptr) {
        folders.emplace_back(home);
    }
    for (const std::filesystem::path& folder : folders) {
        std::filesystem::path path = folder / ("parley-rescued-" + std::to_string(seed) + ".wav");
        for (int i = 2; std::filesystem::exists(path, error); ++i) {
            path = folder / ("parley-rescued-" + std::to_string(seed) + "-" + std::to_string(i) + ".wav");
        }
        if (writeAudio(path, clip)) {
            return path;
        }
    }
    return std::nullopt;
}

struct Saved {
    int status = kExitOk;
    std::optional<std::filesystem::path> sound; ///< where it lies
};

Saved saveSound(const Speech& speech, const SayTask& task, const SayOutput& output) {
    if (speech.sound.samples.empty()) {
        return {};
    }
    const AudioClip clip = changeTempo(speech.sound, output.speed);
    const auto written = writeAudio(task.out, clip, output.format);
    if (written) {
        return {kExitOk, task.out};
    }
    Saved saved{report(written.error()), rescue(clip, speech.seed)};
    complain(saved.sound ? "the sound was saved as " + saved.sound->string() : "the sound could not be saved anywhere");
    return saved;
}

Saved save(const Speech& speech, const SayTask& task, const SayOutput& output) {
    Saved saved = saveSound(speech, task, output);
    if (!output.codes.empty()) {
        if (const auto written = writeCodes(output.codes, speech.codes, speech.tokens); !written) {
            saved.status = report(written.error());
        }
    }
    return saved;
}

int saveEnding(const Ending& ending, const SayTask& task, const SayOutput& output) {
    const bool anything = ending.speech.steps > 0;
    int status = ending.error ? report(*ending.error) : kExitOk;
    if (anything) {
        const Saved saved = save(ending.speech, task, output);
        status = status == kExitOk ? saved.status : status;
        if (ending.error && saved.sound) {
            complain("what was made until then is kept");
        }
        printSummary(saved.sound, ending.speech, output);
    }
    if (output.json && anything) {
        printJson(ending.speech, !ending.error);
    }
    return status;
}

} // namespace

int speakAndSave(Engine& engine, const std::vector<SayTask>& tasks, const SayOutput& output,
                 const std::stop_token& stop) {
    const auto progress = std::make_shared<SharedProgress>(!output.quiet, tasks.size());
    std::vector<std::shared_ptr<SayListener>> listeners;
    for (const SayTask& task : tasks) {
        listeners.push_back(std::make_shared<SayListener>(progress, listeners.size()));
        engine.submit(task.request, listeners.back(), stop);
    }
    int status = kExitOk;
    bool toldOfStop = false;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        const Ending ending = listeners[i]->wait();
        const bool hasNothing = ending.error && ending.error->code == ErrorCode::Cancelled && ending.speech.steps == 0;
        if (hasNothing && toldOfStop) {
            continue; // one line says it for all that had not begun
        }
        toldOfStop = toldOfStop || hasNothing;
        const int ended = saveEnding(ending, tasks[i], output);
        status = status == kExitOk ? ended : status;
    }
    if (const auto kept = engine.finishCaching(stop); !kept && kept.error().code != ErrorCode::Cancelled) {
        warn("the packed weights could not be kept for the next time: " + kept.error().message());
    }
    return status;
}

} // namespace parley::cli
