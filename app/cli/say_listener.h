// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/exit_status.h"
#include "cli/progress.h"
#include "parley/engine.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <future>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace parley::cli {

/// How a request ended, handed from the engine's thread to the main one.
struct Ending {
    Speech speech;
    std::optional<Error> error; ///< Cancelled included
};

/// The steps of several requests as one progress line. The engine's thread.
class SharedProgress {
public:
    SharedProgress(bool wanted, std::size_t requests) : m_line(wanted), m_steps(requests) {}

    [[nodiscard]] Progress& line() noexcept { return m_line; }

    void step(std::size_t request, std::int64_t step, std::int64_t atMost) {
        m_steps[request] = {step, atMost};
        std::int64_t longest = 0;
        for (const Steps& steps : m_steps) {
            longest = std::max(longest, steps.atMost);
        }
        Steps all;
        for (const Steps& steps : m_steps) {
            all.done += steps.done;
            all.atMost += steps.atMost > 0 ? steps.atMost : longest; // one that hasn't begun may take as long
        }
        m_line.step(all.done, all.atMost);
    }

private:
    struct Steps {
        std::int64_t done = 0;
        std::int64_t atMost = 0;
    };
    Progress m_line;
    std::vector<Steps> m_steps;
};

/// Hears one of several requests.
class SayListener final : public Listener {
public:
    SayListener(std::shared_ptr<SharedProgress> progress, std::size_t request)
        : m_progress(std::move(progress)), m_request(request) {}

    [[nodiscard]] Ending wait() { return m_ending.get_future().get(); }

    void onLoading(std::uint64_t done, std::uint64_t total) override { m_progress->line().loading(done, total); }
    void onWarning(const std::string& text) override {
        m_progress->line().clear();
        warn(text);
    }
    void onCacheTrouble(const Error& error) override {
        m_progress->line().clear();
        warn("the packed weights that were kept can't be used and are made again: " + error.message());
    }
    void onPrefill(std::int64_t done, std::int64_t total) override { m_progress->line().prefill(done, total); }
    void onStep(std::int64_t step, std::int64_t atMost, std::span<const std::int64_t>) override {
        m_progress->step(m_request, step, atMost);
    }
    void onFinished(const Speech& speech) override { end({speech, std::nullopt}); }
    void onCancelled(const Speech& soFar) override {
        end({soFar, Error{ErrorCode::Cancelled, {}, verbatim("cancelled"), {}}});
    }
    void onFailed(const Error& error, const Speech& soFar) override { end({soFar, error}); }

private:
    void end(Ending ending) {
        m_progress->line().clear();
        m_ending.set_value(std::move(ending));
    }

    std::shared_ptr<SharedProgress> m_progress;
    std::size_t m_request;
    std::promise<Ending> m_ending;
};

} // namespace parley::cli
