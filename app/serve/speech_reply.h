// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "serve/desk.h"
#include "serve/http.h"
#include "serve/speech_request.h"
#include "serve/voice_folder.h"

#include <optional>

namespace parley::serve {

/// Has a script spoken and waits for its first sound, so that whatever keeps it from being spoken is told by the
/// status; the reply then sends sound as it is made. Throws ApiFailure: a full queue, and what the engine refuses.
[[nodiscard]] HttpReply speak(Desk& desk, const SpeechRequest& request, std::optional<VoicePrompt> voice,
                              const std::function<bool()>& clientIsThere);

} // namespace parley::serve
