// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/codec.h"
#include "parley/engine.h"
#include "parley/self_test.h"
#include "runtime/self_test_case.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <utility>

namespace parley {

namespace {

/// Waits for a speech.
class Ear final : public Listener {
public:
    [[nodiscard]] Result<Speech> wait() { return m_ended.get_future().get(); }

    void onFinished(const Speech& speech) override { m_ended.set_value(speech); }
    void onCancelled(const Speech& /*soFar*/) override {
        m_ended.set_value(Error{ErrorCode::Cancelled, {}, phrase("stopped"), {}});
    }
    void onFailed(const Error& error, const Speech& /*soFar*/) override { m_ended.set_value(error); }

private:
    std::promise<Result<Speech>> m_ended;
};

ModelOptions demoOn(const SelfTestOptions& options) {
    return {.demo = true,
            .device = options.device,
            .dtype = options.dtype == "all" ? "auto" : options.dtype,
            .threads = options.threads};
}

Result<Speech> speak(const SelfTestOptions& options, const std::stop_token& stop) {
    Engine engine(demoOn(options));
    const auto ear = std::make_shared<Ear>();
    engine.submit({std::string(kComparedScript), std::nullopt, {.maxTokens = kComparedTokens, .seed = kComparedSeed}},
                  ear, stop);
    return ear->wait();
}

std::int64_t sameFrames(const Codes& a, const Codes& b) {
    const auto parted = std::mismatch(a.values.begin(), a.values.end(), b.values.begin(), b.values.end());
    return (parted.first - a.values.begin()) / a.channels;
}

/// Over the first `count` samples; infinite where one has fewer.
double largestDifference(std::span<const float> ours, std::span<const float> theirs, std::size_t count) {
    if (ours.size() < count || theirs.size() < count || count == 0) {
        return std::numeric_limits<double>::infinity();
    }
    double largest = 0;
    double loudest = 0;
    for (std::size_t i = 0; i < count; ++i) {
        largest = std::max(largest, std::abs(static_cast<double>(ours[i]) - static_cast<double>(theirs[i])));
        loudest = std::max(loudest, std::abs(static_cast<double>(theirs[i])));
    }
    return largest / std::max(loudest, std::numeric_limits<double>::min());
}

} // namespace

Result<CodesComparison> compareWithCodes(const SelfTestOptions& options, const std::filesystem::path& codes,
                                         const std::stop_token& stop) {
    const Result<Codes> theirs = readCodes(codes, "codes");
    if (!theirs) {
        return theirs.error();
    }
    const Result<Speech> ours = speak(options, stop);
    if (!ours) {
        return ours.error();
    }
    const Speech& speech = ours.value();
    if (theirs.value().channels != speech.codes.channels || theirs.value().frames() == 0) {
        return Error{ErrorCode::OptionInvalid, codes, phrase("holds no codes of this speech"),
                     phrase("make it as %1 says", "parley-cli selftest --help")};
    }
    ModelOptions oracle = demoOn(options);
    oracle.device = "cpu";
    oracle.dtype = "float32";
    const Result<AudioClip> sound = decodeCodes(oracle, theirs.value(), stop);
    if (!sound) {
        return sound.error();
    }
    CodesComparison comparison{.device = speech.device, .dtype = speech.dtype};
    comparison.frames = std::max(speech.codes.frames(), theirs.value().frames());
    comparison.sameFrames = sameFrames(speech.codes, theirs.value());
    const auto samplesEach = static_cast<std::int64_t>(sound.value().samples.size()) / theirs.value().frames();
    // What lies behind the last frame that is the same also decides how that one sounds.
    constexpr std::int64_t kContext = 10;
    const bool isAll = comparison.sameFrames == comparison.frames;
    const std::int64_t frames = std::max<std::int64_t>(comparison.sameFrames - (isAll ? 0 : kContext), 0);
    comparison.soundError = {
        largestDifference(speech.sound.samples, sound.value().samples, static_cast<std::size_t>(frames * samplesEach)),
        runtime::kSoundTolerance};
    return comparison;
}

} // namespace parley
