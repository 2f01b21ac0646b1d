// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/engine.h"

#include <functional>
#include <future>
#include <optional>
#include <string>
#include <vector>

namespace parley::test {

/// Writes down what becomes of a request. Read it after wait().
class RecordingListener final : public Listener {
public:
    /// Blocks until the request has ended.
    void wait() { m_ended.get_future().get(); }

    void onLoading(std::uint64_t done, std::uint64_t total) override {
        loadedAll = done == total;
        call(whenLoading);
    }
    void onWarning(const std::string& text) override { warnings.push_back(text); }
    void onCacheTrouble(const Error& trouble) override { cacheTrouble = trouble; }
    void onPrefill(std::int64_t done, std::int64_t total) override {
        prefilledAll = done == total;
        call(whenPrefilling);
    }
    void onStep(std::int64_t step, std::int64_t atMost, std::span<const std::int64_t> tokens) override {
        stepsInOrder = stepsInOrder && step == steps + 1 && atMost >= step && tokens.size() == 9;
        steps = step;
        firstSoundBeforeLastStep = firstSoundBeforeLastStep || !sound.empty();
        call(whenStepping);
    }
    void onAudio(std::span<const float> samples) override { sound.insert(sound.end(), samples.begin(), samples.end()); }
    void onFinished(const Speech& result) override { end("finished", result, std::nullopt); }
    void onCancelled(const Speech& result) override { end("cancelled", result, std::nullopt); }
    void onFailed(const Error& reason, const Speech& result) override { end("failed", result, reason); }

    std::function<void()> whenLoading;
    std::function<void()> whenPrefilling;
    std::function<void()> whenStepping;
    std::string ending;
    std::optional<Error> error;
    std::optional<Error> cacheTrouble;
    Speech speech;
    std::vector<float> sound;
    std::vector<std::string> warnings;
    std::int64_t steps = 0;
    bool stepsInOrder = true;
    bool loadedAll = false;
    bool prefilledAll = false;
    bool firstSoundBeforeLastStep = false;

private:
    static void call(const std::function<void()>& hook) {
        if (hook) {
            hook();
        }
    }
    void end(std::string how, const Speech& result, std::optional<Error> reason) {
        ending = std::move(how);
        speech = result;
        error = std::move(reason);
        m_ended.set_value();
    }
    std::promise<void> m_ended;
};

} // namespace parley::test
