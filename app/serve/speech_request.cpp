// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/speech_request.h"

#include "parley/script.h"
#include "serve/api_error.h"
#include "serve/json_fields.h"

#include <array>

namespace parley::serve {

namespace {

struct NamedFormat {
    const char* name;
    StreamFormat format;
};
constexpr std::array kFormats = {NamedFormat{"mp3", StreamFormat::Mp3}, NamedFormat{"opus", StreamFormat::Opus},
                                 NamedFormat{"flac", StreamFormat::Flac}, NamedFormat{"wav", StreamFormat::Wav},
                                 NamedFormat{"pcm", StreamFormat::Pcm}};

StreamFormat formatNamed(const std::string& name) {
    for (const NamedFormat& each : kFormats) {
        if (name == each.name) {
            return each.format;
        }
    }
    throw ApiFailure({400, "response_format '" + name + "' is not one of mp3, opus, flac, wav and pcm",
                      "response_format", "unsupported_format"});
}

double readSpeed(JsonFields& fields) {
    const double speed = fields.number("speed").value_or(1.0);
    // Written so that NaN fails.
    if (!(speed >= 0.5 && speed <= 2.0)) {
        throw ApiFailure({400, "speed is out of range; use 0.5 to 2", "speed", "option-invalid"});
    }
    return speed;
}

GenerationOptions readOptions(JsonFields& fields) {
    GenerationOptions options;
    options.maxTokens = fields.wholeNumber("max_tokens");
    options.cfgScale = fields.number("cfg_scale").value_or(options.cfgScale);
    options.temperature = fields.number("temperature").value_or(options.temperature);
    options.topP = fields.number("top_p").value_or(options.topP);
    options.topK = fields.wholeNumber("top_k").value_or(options.topK);
    options.seed = fields.wholeNumber("seed").value_or(options.seed);
    return options;
}

/// Fields of OpenAI's that would change what is heard or how it comes; they are refused rather than passed over.
void refuseWhatIsNotHere(JsonFields& fields) {
    if (!fields.text("instructions").value_or("").empty()) {
        throw ApiFailure({400, "Dia follows no instructions; write sounds such as (laughs) into the input",
                          "instructions", "unsupported_value"});
    }
    if (fields.text("stream_format").value_or("audio") != "audio") {
        throw ApiFailure({400, "stream_format must be audio", "stream_format", "unsupported_value"});
    }
}

} // namespace

SpeechRequest parseSpeechRequest(const std::string& body) {
    JsonFields fields(body);
    SpeechRequest request;
    request.model = fields.text("model").value_or("");
    request.voice = fields.textOrId("voice").value_or("");
    const std::optional<std::string> input = fields.text("input");
    request.format = formatNamed(fields.text("response_format").value_or("mp3"));
    request.speed = readSpeed(fields);
    request.options = readOptions(fields);
    request.closingTag = fields.truth("closing_tag").value_or(false);
    refuseWhatIsNotHere(fields);
    fields.requireNoOthers();
    if (!input) {
        throw ApiFailure({400, "input is missing: the text that is to be spoken", "input", "missing_field"});
    }
    request.input = *input;
    return request;
}

std::string scriptOf(const SpeechRequest& request) {
    std::string script = request.input;
    const bool hasTag = script.find("[S1]") != std::string::npos || script.find("[S2]") != std::string::npos;
    if (!hasTag && script.find_first_not_of(" \t\r\n") != std::string::npos) {
        // Programs that know other speech models send plain text, and Dia was taught that a speaker comes first.
        script.insert(0, "[S1] ");
    }
    return request.closingTag ? withClosingTag(script) : script;
}

} // namespace parley::serve
