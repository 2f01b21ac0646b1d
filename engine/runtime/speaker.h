// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/phrase.h"
#include "runtime/request_check.h"
#include "sampling/code_grid.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <utility>
#include <vector>

namespace parley::runtime {

/// One utterance inside a network: what it has spoken, and what the network keeps for it.
class Sequence {
public:
    explicit Sequence(sampling::CodeGrid codes) : grid(std::move(codes)) {}
    virtual ~Sequence() = default;
    Sequence(const Sequence&) = delete;
    Sequence& operator=(const Sequence&) = delete;

    [[nodiscard]] bool isPrepared() const noexcept {
        return unconditionalRows >= grid.firstStep() && conditionalRows >= grid.firstStep();
    }

    sampling::CodeGrid grid;
    std::int64_t unconditionalRows = 0; ///< of the voice that the row's cache holds
    std::int64_t conditionalRows = 0;
    std::optional<Phrase> overflow{}; ///< where its numbers ran over (NaN or infinity); it must not go on
};

/// A network on its device, as utterances see it. One thread at a time. What it draws for a sequence doesn't depend on
/// the others, on a GPU but for rounding. Everything throws EngineError (Cancelled, NumericFailure).
class Speaker {
public:
    Speaker() = default;
    virtual ~Speaker() = default;
    Speaker(const Speaker&) = delete;
    Speaker& operator=(const Speaker&) = delete;

    /// Most sequences that step together.
    [[nodiscard]] virtual std::size_t mostTogether() const noexcept = 0;

    /// Reads a text. voice: codes [frames, channels]. The sequence lives no longer than this object.
    [[nodiscard]] virtual std::unique_ptr<Sequence>
    begin(const CheckedRequest& request, std::span<const std::int64_t> voice, const std::stop_token& stop) = 0;

    /// Brings the next piece of the voice's rows into one of the sequence's caches.
    virtual void prefill(Sequence& sequence, const std::stop_token& stop) = 0;

    /// Does each kind of work once where a device makes it ready at the first time, which takes longer.
    virtual void warmUp(const std::stop_token& /*stop*/) {}

    /// What makes steps slower than they might be; told once.
    [[nodiscard]] virtual std::optional<Phrase> takeTrouble() { return std::nullopt; }

    /// Draws the next row of each, or the next few; all are prepared and none is finished.
    virtual void step(std::span<Sequence* const> speaking) = 0;
};

} // namespace parley::runtime
