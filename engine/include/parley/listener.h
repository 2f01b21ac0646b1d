// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/audio.h"
#include "parley/error.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace parley {

/// Codes of a piece of sound.
struct Codes {
    std::vector<std::int64_t> values; ///< [frames, channels], row-major
    std::int64_t channels = 9;

    [[nodiscard]] std::int64_t frames() const noexcept { return static_cast<std::int64_t>(values.size()) / channels; }
};

/// Times in seconds; what they cover doesn't overlap but for firstAudio.
struct Figures {
    double load = 0;       ///< bringing the model into memory; 0 if it was there
    double prefill = 0;    ///< text encoder, and the decoder over the voice
    double decode = 0;     ///< the steps alone
    double codec = 0;      ///< encoding the voice, making sound
    double firstAudio = 0; ///< from the start, without loading, to the first sound; 0 if there was none
};

/// What a request made: all of it, or what there was when it ended early.
struct Speech {
    AudioClip sound;
    Codes codes;            ///< the frames behind the voice prompt, [frames, channels]
    Codes tokens;           ///< all rows as the network saw them, the prompt's and the delay included
    std::int64_t steps = 0; ///< decoder steps done
    std::uint64_t seed = 0; ///< the one used
    std::string device;
    std::string dtype;
    Figures figures;
};

/// A model in memory.
struct LoadedInfo {
    std::string device; ///< what it runs on, as DeviceInfo::id
    std::string dtype;
    double seconds = 0;          ///< loading took
    std::int64_t mostBytes = 0;  ///< of text that the model reads, a voice's included
    std::int64_t mostTokens = 0; ///< rows of codes that it makes, a voice's included
};

/// Hears what becomes of Engine::use(), and then of the model in memory until another one is used. As Listener below.
/// onLoaded() or onFailed() ends a load, and nothing but onNotKept() comes behind onFailed().
class LoadListener {
public:
    LoadListener() = default;
    LoadListener(const LoadListener&) = delete;
    LoadListener& operator=(const LoadListener&) = delete;
    virtual ~LoadListener() = default;

    virtual void onLoading(std::uint64_t /*bytesDone*/, std::uint64_t /*bytesTotal*/) {}
    /// Packed weights that had been kept could not be used; they are made again, and kept.
    virtual void onCacheTrouble(const Error& /*error*/) {}
    virtual void onLoaded(const LoadedInfo& info) = 0;
    virtual void onFailed(const Error& error) = 0; ///< Cancelled included
    /// The model isn't in memory any more: nobody used it (Engine::unloadAfter()), it failed as a whole, or loading it
    /// again was cancelled. The next request loads it again, which is told as the first time.
    virtual void onUnloaded() {}
    /// From the thread that writes, at any time once the model is loaded: packed weights could not be kept for the next
    /// start.
    virtual void onNotKept(const Error& /*error*/) {}
};

/// Hears what becomes of a request. All calls come in order, one at a time, from the engine's thread, or, while a model
/// is loaded, from one of its compute threads; exactly one of the last three ends a request. A listener must not throw,
/// and must not wait for the engine.
class Listener {
public:
    Listener() = default;
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    virtual ~Listener() = default;

    virtual void onLoading(std::uint64_t /*bytesDone*/, std::uint64_t /*bytesTotal*/) {}
    /// As LoadListener's, which hears it in place of this one where there is one.
    virtual void onCacheTrouble(const Error& /*error*/) {}
    virtual void onWarning(const std::string& /*text*/) {}
    virtual void onPrefill(std::int64_t /*rowsDone*/, std::int64_t /*rowsTotal*/) {}
    /// Step `step` of at most `stepsAtMost` (exact once speech has ended) wrote `tokens`, one per channel.
    virtual void onStep(std::int64_t /*step*/, std::int64_t /*stepsAtMost*/, std::span<const std::int64_t> /*tokens*/) {
    }
    /// The next piece of sound, mono at kSampleRate.
    virtual void onAudio(std::span<const float> /*samples*/) {}

    virtual void onFinished(const Speech& speech) = 0;
    virtual void onCancelled(const Speech& soFar) = 0;
    virtual void onFailed(const Error& error, const Speech& soFar) = 0;
};

} // namespace parley
