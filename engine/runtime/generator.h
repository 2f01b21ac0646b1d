// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/listener.h"
#include "parley/request.h"
#include "runtime/model_loader.h"
#include "runtime/request_check.h"
#include "runtime/voice_memory.h"

#include <stop_token>

namespace parley::runtime {

/// Speaks requests with one loaded model. Lives on the engine's thread.
class Generator {
public:
    explicit Generator(const LoadedModel& model) : m_model(model) {}

    /// Fills `speech` as it goes, so that it holds what there is when this throws EngineError (Cancelled,
    /// NumericFailure). Progress goes to `listener`; the ending calls are the caller's.
    void run(const Request& request, const CheckedRequest& checked, Listener& listener, const std::stop_token& stop,
             Speech& speech);

private:
    const LoadedModel& m_model;
    VoiceMemory m_voices;
};

} // namespace parley::runtime
