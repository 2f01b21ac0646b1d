// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audio/libsndfile.h"

#include <QtGlobal>
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <filesystem>
#include <numbers>
#include <span>
#include <vector>

/// Test sounds, and measures of sounds.
namespace sounds {

[[nodiscard]] inline std::vector<float> sine(double frequency, double level, std::size_t count, int rate) {
    std::vector<float> samples(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double phase = 2.0 * std::numbers::pi * frequency * static_cast<double>(i) / rate;
        samples[i] = static_cast<float>(level * std::sin(phase));
    }
    return samples;
}

[[nodiscard]] inline std::vector<float> sum(std::vector<float> left, std::span<const float> right) {
    std::transform(left.begin(), left.end(), right.begin(), left.begin(), std::plus<>());
    return left;
}

/// Without `margin` samples at each end, where filters and codecs ring.
[[nodiscard]] inline std::span<const float> middle(std::span<const float> samples, std::size_t margin) {
    return samples.size() > 2 * margin ? samples.subspan(margin, samples.size() - 2 * margin)
                                       : std::span<const float>();
}

/// Root of the mean square; a full-scale sine has 0.707.
[[nodiscard]] inline double level(std::span<const float> samples) {
    double energy = 0.0;
    for (const float value : samples) {
        energy += static_cast<double>(value) * static_cast<double>(value);
    }
    return std::sqrt(energy / static_cast<double>(std::max<std::size_t>(samples.size(), 1)));
}

/// The amplitude of one frequency (one bin of a Fourier transform with a Hann window).
[[nodiscard]] inline double toneLevel(std::span<const float> samples, double frequency, int rate) {
    double real = 0.0;
    double imaginary = 0.0;
    const double step = 2.0 * std::numbers::pi / static_cast<double>(std::max<std::size_t>(samples.size(), 1));
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double window = 1.0 - std::cos(step * static_cast<double>(i));
        const double phase = 2.0 * std::numbers::pi * frequency * static_cast<double>(i) / rate;
        real += window * static_cast<double>(samples[i]) * std::cos(phase);
        imaginary += window * static_cast<double>(samples[i]) * std::sin(phase);
    }
    return 2.0 * std::hypot(real, imaginary) / static_cast<double>(std::max<std::size_t>(samples.size(), 1));
}

/// 1 when `b` is `a` at any volume, shifted by up to `maxLag` samples (codecs delay).
[[nodiscard]] inline double correlation(std::span<const float> a, std::span<const float> b, std::size_t maxLag = 0) {
    const std::span<const float> core = middle(a, maxLag);
    double best = 0.0;
    for (std::size_t lag = 0; lag <= 2 * maxLag && lag + core.size() <= b.size(); ++lag) {
        const std::span<const float> other = b.subspan(lag, core.size());
        double product = 0.0;
        for (std::size_t i = 0; i < core.size(); ++i) {
            product += static_cast<double>(core[i]) * static_cast<double>(other[i]);
        }
        const double scale = level(core) * level(other) * static_cast<double>(core.size());
        best = std::max(best, scale > 0.0 ? product / scale : 0.0);
    }
    return best;
}

/// Writes a file of any kind with libsndfile alone. interleaved: frames × channels.
inline void write(const std::filesystem::path& path, std::span<const float> interleaved, int channels, int rate,
                  int format) {
    SF_INFO info = {};
    info.channels = channels;
    info.samplerate = rate;
    info.format = format;
    const parley::SndFile file(sf_open(path.c_str(), SFM_WRITE, &info));
    if (!file) {
        qFatal("%s: %s", path.c_str(), sf_strerror(nullptr));
    }
    const std::size_t block = 4096 * static_cast<std::size_t>(channels);
    for (std::size_t at = 0; at < interleaved.size(); at += block) {
        const auto part = interleaved.subspan(at, std::min(block, interleaved.size() - at));
        if (sf_write_float(file.get(), part.data(), static_cast<sf_count_t>(part.size())) !=
            static_cast<sf_count_t>(part.size())) {
            qFatal("%s: %s", path.c_str(), sf_strerror(file.get()));
        }
    }
}

} // namespace sounds
