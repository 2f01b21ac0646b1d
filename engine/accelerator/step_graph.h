// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

namespace parley::accelerator {

/// Work of a device that was recorded once and is done again as a whole, on the same memory.
class StepGraph {
public:
    StepGraph() = default;
    virtual ~StepGraph() = default;
    StepGraph(const StepGraph&) = delete;
    StepGraph& operator=(const StepGraph&) = delete;

    virtual void replay() = 0;
};

/// Records what `work` gives the device to do, without doing it for good: `work` is called a few times, which has to be
/// harmless. Throws std::exception where the device can't.
using GraphMaker = std::function<std::unique_ptr<StepGraph>(const std::function<void()>& work)>;

} // namespace parley::accelerator
