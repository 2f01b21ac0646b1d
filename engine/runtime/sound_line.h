// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/streaming_decoder.h"
#include "runtime/codec_worker.h"

#include <cstdint>
#include <future>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace parley::runtime {

/// One job's codes on their way to sound, window by window: here and now, or by a worker, where the sound comes some
/// calls later. The same sound either way. Of the engine's thread.
class SoundLine {
public:
    /// codec and worker (null: here and now) live longer.
    SoundLine(const codec::Codec& codec, const backend::CodecWindows& windows, CodecWorker* worker)
        : m_decoder(codec, windows), m_worker(worker) {}
    /// Ends what the worker does for it.
    ~SoundLine();
    SoundLine(const SoundLine&) = delete;
    SoundLine& operator=(const SoundLine&) = delete;

    /// Adds codes [frames, codebooks], row-major.
    void push(std::span<const std::int64_t> codes) { m_codes.insert(m_codes.end(), codes.begin(), codes.end()); }
    /// No more codes follow.
    void end() noexcept { m_hasEnded = true; }

    /// The next window's sound, or nothing where there is none yet; with `mayWait` there is some until all was handed
    /// out. Throws EngineError (Cancelled) by `stop`; the next call goes on where this one was.
    [[nodiscard]] std::vector<float> next(const std::stop_token& stop, bool mayWait);

    /// Whether all was handed out, and no more follows.
    [[nodiscard]] bool isDone() const noexcept {
        return m_hasEnded && !m_pending && m_codes.empty() && m_decoder.isDone();
    }

private:
    [[nodiscard]] std::vector<float> decode(bool isLast, const std::stop_token& stop);
    void giveWork();

    codec::StreamingDecoder m_decoder; ///< the worker's while something is pending
    CodecWorker* m_worker;
    std::vector<std::int64_t> m_codes; ///< not in the decoder yet
    bool m_hasEnded = false;
    std::stop_source m_stop; ///< of what is pending
    std::optional<std::future<std::vector<float>>> m_pending;
};

} // namespace parley::runtime
