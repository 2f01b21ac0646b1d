// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "runtime/median.h"

#include <chrono>
#include <functional>

namespace parley::benchmarks {

/// How long it takes, by a clock that is never set.
inline double secondsOf(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

using runtime::median;

} // namespace parley::benchmarks
