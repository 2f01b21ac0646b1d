// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/engine.h"

#include <filesystem>
#include <stop_token>

namespace parley::cli {

/// How the sound of a request is kept and shown.
struct SayOutput {
    std::filesystem::path out;
    std::filesystem::path codes; ///< empty: not wanted
    double speed = 1.0;
    SampleFormat format = SampleFormat::Pcm16;
    bool json = false;
    bool quiet = false;
};

/// Has the engine speak one request, shows progress, writes the files and prints the outcome. Whatever sound there is
/// gets saved, also after a cancel or a failure. Returns the exit status.
[[nodiscard]] int speakAndSave(Engine& engine, Request request, const SayOutput& output, const std::stop_token& stop);

} // namespace parley::cli
