// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace parley::runtime {

/// Seconds since it was made.
class Stopwatch {
public:
    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

/// Adds the time of its own life to a sum.
class Timed {
public:
    explicit Timed(double& sum) : m_sum(sum) {}
    ~Timed() { m_sum += m_watch.seconds(); }
    Timed(const Timed&) = delete;
    Timed& operator=(const Timed&) = delete;

private:
    double& m_sum;
    Stopwatch m_watch;
};

} // namespace parley::runtime
