// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/encode_stream.h"
#include "parley/request.h"

#include <string>

namespace parley::serve {

/// What the body of a request for speech says.
struct SpeechRequest {
    std::string model; ///< empty: the one that there is
    std::string input;
    std::string voice; ///< empty: none
    StreamFormat format = StreamFormat::Mp3;
    double speed = 1.0;
    GenerationOptions options;
    bool closingTag = false;
};

/// Reads the JSON of a request. Throws ApiFailure: no JSON, too deep, fields that are missing, unknown or of a wrong
/// type, formats and speeds that there aren't. What the engine checks (text, sampling, length) is left to it.
[[nodiscard]] SpeechRequest parseSpeechRequest(const std::string& body);

/// What the model is to get: with a first tag, if the text has none at all, and the closing tag, if it was asked for.
[[nodiscard]] std::string scriptOf(const SpeechRequest& request);

} // namespace parley::serve
