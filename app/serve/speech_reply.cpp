// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/speech_reply.h"

#include "parley/tempo_stream.h"
#include "serve/api_error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace parley::serve {

namespace {

/// How long a client's leaving may go unnoticed.
constexpr std::chrono::milliseconds kGlance{100};

const char* contentTypeOf(StreamFormat format) {
    switch (format) {
    case StreamFormat::Wav:
        return "audio/wav";
    case StreamFormat::Flac:
        return "audio/flac";
    case StreamFormat::Opus:
        return "audio/ogg";
    case StreamFormat::Pcm:
        return "audio/pcm";
    case StreamFormat::Mp3:
        break;
    }
    return "audio/mpeg";
}

/// Samples in, bytes of a file out: tempo, then format.
class SoundPipe {
public:
    SoundPipe(StreamFormat format, double speed) : m_encoder(format) { m_tempo.setTempo(speed); }

    [[nodiscard]] std::vector<std::byte> put(std::span<const float> samples) {
        m_tempo.put(samples);
        return m_encoder.put(takeReady());
    }

    [[nodiscard]] std::vector<std::byte> finish() {
        m_tempo.finish();
        std::vector<std::byte> bytes = m_encoder.put(takeReady());
        const std::vector<std::byte> rest = m_encoder.finish();
        bytes.insert(bytes.end(), rest.begin(), rest.end());
        return bytes;
    }

private:
    std::vector<float> takeReady() {
        std::vector<float> ready;
        std::array<float, 4096> block{};
        for (std::size_t count = m_tempo.receive(block); count > 0; count = m_tempo.receive(block)) {
            ready.insert(ready.end(), block.begin(), block.begin() + static_cast<std::ptrdiff_t>(count));
        }
        return ready;
    }

    TempoStream m_tempo;
    EncodeStream m_encoder;
};

SpeechFeed::News waitForSound(Job& job, const std::function<bool()>& clientIsThere) {
    while (clientIsThere()) {
        SpeechFeed::News news = job.wait(kGlance);
        if (news.samples.empty() && news.error) {
            throw ApiFailure(apiErrorOf(*news.error));
        }
        if (!news.samples.empty() || news.hasEnded) {
            return news;
        }
    }
    throw ApiFailure({499, "the client has left", {}, "client_left"});
}

/// A job on its way to a client.
class Speaking {
public:
    Speaking(StreamFormat format, double speed, std::function<bool()> clientIsThere)
        : m_pipe(format, speed), m_clientIsThere(std::move(clientIsThere)) {}

    void begin(std::shared_ptr<Job> job) {
        m_job = std::move(job);
        m_news = waitForSound(*m_job, m_clientIsThere);
    }

    /// False when it broke off.
    bool sendAll(const Send& send) {
        for (; m_clientIsThere(); m_news = m_job->wait(kGlance)) {
            if (!m_news.samples.empty() && !sendBytes(send, m_pipe.put(m_news.samples))) {
                return false;
            }
            if (m_news.hasEnded) {
                return !m_news.error && sendBytes(send, m_pipe.finish());
            }
        }
        return false;
    }

private:
    static bool sendBytes(const Send& send, const std::vector<std::byte>& bytes) {
        return bytes.empty() || send({reinterpret_cast<const char*>(bytes.data()), bytes.size()}); // NOLINT: bytes
    }

    SoundPipe m_pipe;
    std::function<bool()> m_clientIsThere;
    std::shared_ptr<Job> m_job;
    SpeechFeed::News m_news; ///< not sent yet
};

ApiError noPlace(const Metrics& metrics) {
    constexpr double kLongest = 60;
    constexpr double kUnknown = 5;
    const double mean = metrics.meanSeconds();
    const double wait = std::ceil(std::clamp(mean > 0 ? mean : kUnknown, 1.0, kLongest));
    return {429, "all places are taken; try again a little later", {}, "rate_limit_exceeded", static_cast<int>(wait)};
}

} // namespace

HttpReply speak(Desk& desk, const SpeechRequest& request, std::optional<VoicePrompt> voice,
                const std::function<bool()>& clientIsThere) {
    Request work{scriptOf(request), std::move(voice), request.options};
    if (work.options.seed == -1) {
        work.options.seed = std::random_device{}(); // 32 bits, which any client's numbers hold
    }
    HttpReply reply;
    reply.contentType = contentTypeOf(request.format);
    reply.headers.emplace_back("X-Parley-Seed", std::to_string(work.options.seed));
    // Before the work, so that a format that this build lacks is told at once.
    const auto speaking = std::make_shared<Speaking>(request.format, request.speed, clientIsThere);
    std::shared_ptr<Job> job = desk.take(std::move(work));
    if (!job) {
        throw ApiFailure(noPlace(desk.metrics()));
    }
    speaking->begin(std::move(job));
    reply.stream = [speaking](const Send& send) {
        try {
            return speaking->sendAll(send);
        } catch (const std::exception&) { // an encoder failed, or memory ended: too late for a status
            return false;
        }
    };
    return reply;
}

} // namespace parley::serve
