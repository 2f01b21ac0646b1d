// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/metrics.h"

#include "parley/devices.h"

#include <array>
#include <sstream>

namespace parley::serve {

namespace {

struct NamedOutcome {
    Metrics::Outcome outcome;
    const char* name;
};
constexpr std::array kOutcomes = {NamedOutcome{Metrics::Outcome::Finished, "finished"},
                                  NamedOutcome{Metrics::Outcome::Cancelled, "cancelled"},
                                  NamedOutcome{Metrics::Outcome::Failed, "failed"}};

void head(std::ostream& out, const char* name, const char* type, const char* help) {
    out << "# HELP " << name << " " << help << "\n# TYPE " << name << " " << type << "\n";
}

template <typename Value>
void one(std::ostream& out, const char* name, const char* type, const char* help, Value value) {
    head(out, name, type, help);
    out << name << " " << value << "\n";
}

} // namespace

void Metrics::countRequest(const std::string& path, int status) {
    const std::scoped_lock lock(m_mutex);
    ++m_requests[{path, status}];
}

void Metrics::endJob(Outcome outcome, const Speech& speech, bool hasBegun) {
    if (hasBegun) {
        --m_active;
    }
    const Figures& figures = speech.figures;
    const std::scoped_lock lock(m_mutex);
    ++m_outcomes[outcome];
    if (outcome == Outcome::Finished) {
        m_finishedSeconds += figures.prefill + figures.decode + figures.codec;
        m_firstSoundSeconds += figures.firstAudio;
    }
    if (figures.decode > 0) {
        m_lastTokensPerSecond = static_cast<double>(speech.steps) / figures.decode;
    }
}

double Metrics::meanSeconds() const {
    const std::scoped_lock lock(m_mutex);
    const auto finished = m_outcomes.find(Outcome::Finished);
    return finished == m_outcomes.end() ? 0.0 : m_finishedSeconds / static_cast<double>(finished->second);
}

std::string Metrics::text(const Now& now) const {
    std::ostringstream out;
    out.precision(12);
    const std::uint64_t active = m_active;
    const std::scoped_lock lock(m_mutex);
    head(out, "parley_http_requests_total", "counter", "Requests that were answered, by status.");
    for (const auto& [key, count] : m_requests) {
        out << "parley_http_requests_total{path=\"" << key.first << "\",status=\"" << key.second << "\"} " << count
            << "\n";
    }
    head(out, "parley_jobs_total", "counter", "Scripts that ended, by outcome.");
    for (const NamedOutcome& each : kOutcomes) {
        const auto count = m_outcomes.find(each.outcome);
        out << "parley_jobs_total{outcome=\"" << each.name << "\"} " << (count == m_outcomes.end() ? 0 : count->second)
            << "\n";
    }
    one(out, "parley_jobs_active", "gauge", "Scripts that are being spoken.", active);
    one(out, "parley_jobs_waiting", "gauge", "Scripts that wait.", now.jobs > active ? now.jobs - active : 0);
    one(out, "parley_jobs_limit", "gauge", "Scripts in hand beyond which requests get 429.", now.most);
    one(out, "parley_model_ready", "gauge", "1 when the model is in memory.", now.isReady ? 1 : 0);
    one(out, "parley_steps_total", "counter", "Decoder steps, over all scripts.", m_steps.load());
    one(out, "parley_sound_seconds_total", "counter", "Sound that was made, before any change of speed.",
        static_cast<double>(m_samples.load()) / kSampleRate);
    one(out, "parley_finished_seconds_total", "counter", "Time that the finished scripts took.", m_finishedSeconds);
    one(out, "parley_first_sound_seconds_total", "counter", "Time until the first sound of finished scripts.",
        m_firstSoundSeconds);
    one(out, "parley_tokens_per_second", "gauge", "Steps per second of the script that ended last.",
        m_lastTokensPerSecond);
    one(out, "parley_memory_peak_bytes", "gauge", "The most memory that was resident.", peakResidentBytes());
    return out.str();
}

} // namespace parley::serve
