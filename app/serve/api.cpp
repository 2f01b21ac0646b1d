// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/api.h"

#include "serve/body_check.h"
#include "serve/speech_reply.h"
#include "serve/speech_request.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <ctime>

namespace parley::serve {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kSpeech = "/v1/audio/speech";
constexpr std::string_view kModelPrefix = "/v1/models/";
constexpr std::array<std::string_view, 4> kPlainPaths = {"/health", "/metrics", "/v1/models", "/v1/audio/voices"};
/// OpenAI's clients can't leave the voice out.
constexpr std::string_view kNoVoice = "default";

HttpReply jsonReply(const Json& json, int status = 200) {
    HttpReply reply;
    reply.status = status;
    reply.body = json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    return reply;
}

/// A name of ours for counting, however many others clients make up; empty where there is nothing.
std::string_view routeOf(std::string_view path) {
    if (path == kSpeech) {
        return kSpeech;
    }
    if (path.size() > kModelPrefix.size() && path.starts_with(kModelPrefix)) {
        return "/v1/models/{id}";
    }
    const auto* const known = std::find(kPlainPaths.begin(), kPlainPaths.end(), path);
    return known == kPlainPaths.end() ? std::string_view() : *known;
}

HttpReply wrongMethod(const char* allowed) {
    HttpReply reply = replyOf({405, std::string("use ") + allowed + " here", {}, "method_not_allowed"});
    reply.headers.emplace_back("Allow", allowed);
    return reply;
}

Json modelJson(const std::string& name, std::int64_t time) {
    return {{"id", name}, {"object", "model"}, {"created", time}, {"owned_by", "parley"}};
}

} // namespace

Api::Api(Desk& desk, Gate gate, VoiceFolder voices, std::string modelName, Log log)
    : m_desk(desk), m_gate(std::move(gate)), m_voices(std::move(voices)), m_modelName(std::move(modelName)),
      m_log(std::move(log)), m_startTime(std::time(nullptr)) {}

std::optional<HttpReply> Api::answerHead(const HttpHead& head) {
    try {
        if (const std::optional<ApiError> refusal = m_gate.refusal(head)) {
            return replyOf(*refusal);
        }
        if (routeOf(head.path).empty()) {
            return replyOf({404, "there is nothing at this path; see docs/server.md", {}, "not_found"});
        }
        if (head.path != kSpeech) {
            return head.method == "GET" || head.method == "HEAD" ? get(head.path) : wrongMethod("GET");
        }
        if (head.method != "POST") {
            return wrongMethod("POST");
        }
        checkBodyHead(head, kMostBodyBytes);
        return std::nullopt;
    } catch (const ApiFailure& failure) {
        return replyOf(failure.error());
    }
}

HttpReply Api::get(const std::string& path) const {
    if (path == "/health") {
        return health();
    }
    if (path == "/metrics") {
        HttpReply reply;
        reply.contentType = "text/plain; version=0.0.4; charset=utf-8";
        reply.body = m_desk.metricsText();
        return reply;
    }
    if (path == "/v1/models") {
        return models();
    }
    return path == "/v1/audio/voices" ? voices() : model(path.substr(kModelPrefix.size()));
}

HttpReply Api::health() const {
    switch (m_desk.state()) {
    case Desk::State::Ready:
        return jsonReply({{"status", "ready"}});
    case Desk::State::Unloaded: // requests are taken as ever
        return jsonReply({{"status", "unloaded"}});
    case Desk::State::Loading:
        return jsonReply({{"status", "loading"}}, 503);
    case Desk::State::Failed:
        break;
    }
    return jsonReply({{"status", "failed"}}, 503);
}

HttpReply Api::models() const {
    return jsonReply({{"object", "list"}, {"data", Json::array({modelJson(m_modelName, m_startTime)})}});
}

HttpReply Api::model(const std::string& name) const {
    if (name != m_modelName) {
        throw ApiFailure(
            {404, "there is no model '" + name + "'; there is " + m_modelName, "model", "model_not_found"});
    }
    return jsonReply(modelJson(m_modelName, m_startTime));
}

HttpReply Api::voices() const {
    Json list = Json::array({{{"id", kNoVoice}, {"name", "no voice: the seed decides who speaks"}}});
    for (const ServedVoice& voice : m_voices.list()) {
        list.push_back({{"id", voice.id}, {"name", voice.name}});
    }
    return jsonReply({{"voices", list}});
}

std::optional<VoicePrompt> Api::voiceNamed(const std::string& name) const {
    if (name.empty() || name == kNoVoice) {
        return std::nullopt;
    }
    // What was found is compared with the name; a path is never made of it.
    for (const ServedVoice& voice : m_voices.list()) {
        if (voice.id == name) {
            Result<VoicePrompt> prompt = VoiceFolder::read(voice);
            if (!prompt) {
                ApiError error = apiErrorOf(prompt.error());
                error.param = "voice";
                throw ApiFailure(error);
            }
            return std::move(prompt).value();
        }
    }
    throw ApiFailure({400, "there is no voice '" + name + "'; GET /v1/audio/voices lists them, and 'default' is none",
                      "voice", "voice_not_found"});
}

HttpReply Api::answer(const HttpRequest& request) {
    try {
        const SpeechRequest speech = parseSpeechRequest(request.body);
        if (!speech.model.empty()) {
            static_cast<void>(model(speech.model)); // throws if it isn't this one
        }
        return speak(m_desk, speech, voiceNamed(speech.voice), request.clientIsThere);
    } catch (const ApiFailure& failure) {
        return replyOf(failure.error());
    } catch (const EngineError& failure) {
        return replyOf(apiErrorOf(failure.error()));
    }
}

HttpReply Api::answerFault(int status, const std::string& message) {
    return replyOf({status, message, {}, status == 413 ? "body_too_large" : ""});
}

void Api::onAnswered(const HttpHead& head, int status) {
    const std::string_view route = routeOf(head.path);
    m_desk.metrics().countRequest(route.empty() ? "other" : std::string(route), status);
    if (route != "/health" && route != "/metrics") { // asked every few seconds
        m_log(head.method + " " + head.path.substr(0, 80) + " " + std::to_string(status));
    }
}

} // namespace parley::serve
