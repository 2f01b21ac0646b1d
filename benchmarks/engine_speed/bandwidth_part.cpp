// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/parallel.h"
#include "engine_speed/parts.h"
#include "plain_sum.h"
#include "timing.h"

#include <stdexcept>

namespace parley::benchmarks {

void measureBandwidth(const Settings& settings, const Report& report) {
    backend::setThreads(settings.model.threads);
    backend::ThreadPool pool(backend::threadCount(), [] {});
    PlainSum plain;
    std::vector<double> seconds;
    seconds.reserve(static_cast<std::size_t>(settings.steps));
    for (int i = 0; i < settings.steps; ++i) {
        seconds.push_back(secondsOf([&] { plain.read(pool); }));
    }
    if (plain.sum() == 0) {
        throw std::logic_error("the plain sum read nothing");
    }
    report({{"threads", pool.threads()}, {"gb_per_s", static_cast<double>(PlainSum::bytes()) / median(seconds) / 1e9}});
}

} // namespace parley::benchmarks
