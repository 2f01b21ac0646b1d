// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/audio.h"

#include <cstdint>
#include <optional>
#include <string>

namespace parley {

/// Somebody's voice, to be continued in.
struct VoicePrompt {
    AudioClip sound;        ///< at kSampleRate
    std::string transcript; ///< what is said in it, with speaker tags; empty if the script begins with it
    std::string name;       ///< what to call it in messages
};

/// How tokens are chosen. The defaults are those of the reference's command line.
struct GenerationOptions {
    std::optional<std::int64_t> maxTokens; ///< rows of codes, the voice's included; by default the model's most
    double cfgScale = 3.0;                 ///< 0 to 100: how strongly the text guides the choice
    double temperature = 1.3;              ///< 0 (always the likeliest) to 100
    double topP = 0.95;                    ///< above 0, up to 1
    std::int64_t topK = 45;                ///< 5 to the size of the vocabulary
    std::int64_t seed = -1;                ///< −1 draws one
};

/// One piece of work: a script to speak.
struct Request {
    std::string script; ///< the model gets exactly these bytes
    std::optional<VoicePrompt> voice;
    GenerationOptions options;
};

} // namespace parley
