// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "serve/api_error.h"
#include "serve/desk.h"
#include "serve/gate.h"
#include "serve/http.h"
#include "serve/voice_folder.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace parley::serve {

/// More than ten times what the model's text takes in JSON, every character of it escaped.
inline constexpr std::size_t kMostBodyBytes = std::size_t{64} << 10U;

/// The server's questions and answers (docs/server.md). Any thread.
class Api final : public HttpHandler {
public:
    /// `modelName`: what clients call the one model.
    Api(Desk& desk, Gate gate, VoiceFolder voices, std::string modelName, Log log);

    [[nodiscard]] std::optional<HttpReply> answerHead(const HttpHead& head) override;
    [[nodiscard]] HttpReply answer(const HttpRequest& request) override;
    [[nodiscard]] HttpReply answerFault(int status, const std::string& message) override;
    void onAnswered(const HttpHead& head, int status) override;

private:
    [[nodiscard]] HttpReply get(const std::string& path) const;
    [[nodiscard]] HttpReply health() const;
    [[nodiscard]] HttpReply models() const;
    [[nodiscard]] HttpReply model(const std::string& name) const;
    [[nodiscard]] HttpReply voices() const;
    [[nodiscard]] std::optional<VoicePrompt> voiceNamed(const std::string& name) const;

    Desk& m_desk;
    Gate m_gate;
    VoiceFolder m_voices;
    std::string m_modelName;
    Log m_log;
    std::int64_t m_startTime; ///< Unix time, what clients are told as the model's
};

} // namespace parley::serve
