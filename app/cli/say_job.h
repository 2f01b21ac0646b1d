// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/engine.h"

#include <filesystem>
#include <stop_token>
#include <vector>

namespace parley::cli {

/// How the sound of a request is kept and shown.
struct SayOutput {
    std::filesystem::path codes; ///< empty: not wanted
    double speed = 1.0;
    SampleFormat format = SampleFormat::Pcm16;
    bool json = false;
    bool quiet = false;
};

struct SayTask {
    Request request;
    std::filesystem::path out; ///< sound file
};

/// Has the engine speak the requests together, shows progress, writes the files and prints the outcomes. Whatever sound
/// there is gets saved, also after a cancel or a failure. Returns the exit status, of the first failure if any.
[[nodiscard]] int speakAndSave(Engine& engine, const std::vector<SayTask>& tasks, const SayOutput& output,
                               const std::stop_token& stop);

} // namespace parley::cli
