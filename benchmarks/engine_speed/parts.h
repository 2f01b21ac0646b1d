// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/model_options.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace parley::benchmarks {

/// What to measure, the same for every dtype.
struct Settings {
    ModelOptions model{};                                  ///< its dtype is that of the part at hand
    std::vector<std::int64_t> batches = {1, 4, 8};         ///< takes together, each with two rows a step
    std::vector<std::int64_t> positions = {50, 500, 2000}; ///< rows that the caches hold before the measured step
    int steps = 30;                                        ///< measured for each batch and position
    int rounds = 3;                                        ///< of what is measured as a whole
    double soundSeconds = 10;                              ///< to encode, to decode, to speak, and of the voice
    std::int64_t textBytes = 170;
};

using Row = nlohmann::ordered_json;
/// Takes one measurement: flat, numbers and short strings.
using Report = std::function<void(const Row&)>;

// Each measures one part in the calling process, which had better be a new one: the peak of memory and the state of
// torch are the process's. All throw std::exception.

/// The plain sum's bandwidth, in GB/s (1e9 bytes): what the machine's memory gives to all threads.
void measureBandwidth(const Settings& settings, const Report& report);
/// One step of the decoder, in turns with the plain sum: by batch and position.
void measureDecode(const Settings& settings, const Report& report);
/// The codec both ways, in seconds per second of sound.
void measureCodec(const Settings& settings, const Report& report);
/// Loading alone.
void measureLoad(const Settings& settings, const Report& report);
/// A script from request to sound, without a voice: first audio, the pace of all its steps, peak of memory.
void measureJob(const Settings& settings, const Report& report);
/// A script behind a recorded voice: its prefill, and what is to be heard first.
void measurePrefill(const Settings& settings, const Report& report);

} // namespace parley::benchmarks
