// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

namespace parley::benchmarks {

/// Runs `work` in a process of its own and waits for it, so that neither memory nor threads of one measurement are
/// there in the next. Only while this process has one thread. Returns why it failed, or nothing.
[[nodiscard]] std::string runApart(const std::function<void()>& work);

} // namespace parley::benchmarks
