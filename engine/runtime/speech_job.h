// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/listener.h"
#include "parley/request.h"
#include "runtime/any_stop.h"
#include "runtime/request_check.h"

#include <memory>

namespace parley::runtime {

/// A request on its way through the engine, with all that belongs to it.
struct SpeechJob {
    Request request;
    std::shared_ptr<Listener> listener;
    AnyStop stop; ///< asked for by whoever submitted it, or the engine is about to end
    CheckedRequest checked;
    Speech speech; ///< filled on the way: what there is when the job ends early

    /// Tells the listener how it ended.
    void end(const Result<std::monostate>& result) const;
};

} // namespace parley::runtime
