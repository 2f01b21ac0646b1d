// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/generator.h"

#include "files/stop.h"
#include "runtime/any_stop.h"
#include "runtime/edge.h"
#include "runtime/make_speaker.h"
#include "runtime/stopwatch.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace parley::runtime {

Generator::Generator(const LoadedModel& model, PromptMemory& memory, std::unique_ptr<Speaker> speaker)
    : m_model(model), m_memory(memory), m_speaker(std::move(speaker)) {
    if (model.target.profile.codecAside) {
        m_worker.emplace(streamMaker(model.target));
    }
}

void Generator::warmUp(const std::stop_token& stop) {
    m_speaker->warmUp(stop);
    const backend::CodecWindows& windows = m_model.target.profile.codecWindows;
    SoundLine line(*m_model.dac, windows, m_worker ? &*m_worker : nullptr);
    const std::int64_t frames = windows.first + windows.later; // one window of each size
    line.push(std::vector<std::int64_t>(static_cast<std::size_t>(frames * m_model.dac->config().codebooks)));
    line.end();
    while (!line.isDone()) {
        (void)line.next(stop, /*mayWait=*/true);
    }
}

void Generator::begin(std::unique_ptr<SpeechJob> job) {
    m_active.emplace_back(m_model, *m_speaker, m_memory, m_worker ? &*m_worker : nullptr, std::move(job));
}

void Generator::run(std::unique_ptr<SpeechJob> first, const Waiting& waiting) {
    begin(std::move(first));
    while (!m_active.empty()) {
        waiting.endTheStopped();
        if (!m_hasFailed) {
            admit(waiting);
        }
        // Long work for one job is cut short when another one is to stop, and done anew in the next round.
        AnyStop interrupt;
        for (const Utterance& utterance : m_active) {
            interrupt.heed(utterance.stop());
        }
        endTheStopped();
        prepareOne(interrupt.token());
        step();
        makeSound(interrupt.token());
    }
}

void Generator::admit(const Waiting& waiting) {
    // One at a time is prepared, so that the next take of its script finds everything remembered.
    const auto isPrepared = [](const Utterance& utterance) { return utterance.isPrepared(); };
    while (m_active.size() < m_speaker->mostTogether() && std::all_of(m_active.begin(), m_active.end(), isPrepared)) {
        std::unique_ptr<SpeechJob> job = waiting.next();
        if (!job) {
            return;
        }
        begin(std::move(job));
    }
}

/// Does the work for one job; where it fails, that job ends, and the others don't notice. False: not done.
template <typename Work>
bool Generator::attempt(Utterance& utterance, const Work& work) {
    const auto result = atEdge(work);
    if (result.ok()) {
        return true;
    }
    const bool isInterrupted = result.error().code == ErrorCode::Cancelled && !utterance.stop().stop_requested();
    if (!isInterrupted) {
        utterance.end(result);
        remove(utterance);
    }
    return false;
}

void Generator::remove(const Utterance& utterance) {
    m_active.remove_if([&](const Utterance& candidate) { return &candidate == &utterance; });
}

void Generator::endTheStopped() {
    for (auto it = m_active.begin(); it != m_active.end();) {
        Utterance& utterance = *it++; // it may be removed
        attempt(utterance, [&] { files::throwIfStopped(utterance.stop()); });
    }
}

void Generator::prepareOne(const std::stop_token& interrupt) {
    const auto waiting = std::find_if(m_active.begin(), m_active.end(),
                                      [](const Utterance& utterance) { return !utterance.isPrepared(); });
    if (waiting != m_active.end()) {
        attempt(*waiting, [&] { waiting->prepare(interrupt); });
    }
}

void Generator::step() {
    std::vector<Utterance*> speaking;
    for (Utterance& utterance : m_active) {
        if (utterance.isPrepared() && !utterance.hasSpoken()) {
            speaking.push_back(&utterance);
        }
    }
    if (speaking.empty()) {
        return;
    }
    std::vector<Sequence*> sequences;
    sequences.reserve(speaking.size());
    for (const Utterance* utterance : speaking) {
        sequences.push_back(utterance->sequence());
    }
    const Stopwatch watch;
    const auto stepped = atEdge([&] { m_speaker->step(sequences); });
    m_hasFailed = m_hasFailed || !stepped.ok();
    const double seconds = watch.seconds();
    if (const std::optional<Phrase> trouble = m_speaker->takeTrouble()) {
        speaking.front()->warn(*trouble);
    }
    for (Utterance* utterance : speaking) {
        if (!stepped.ok()) {
            utterance->end(stepped);
            remove(*utterance);
            continue;
        }
        attempt(*utterance, [&] { utterance->tellSteps(seconds); });
    }
}

void Generator::makeSound(const std::stop_token& interrupt) {
    const bool mayWait = std::ranges::all_of(m_active, &Utterance::hasSpoken); // else the others speak on meanwhile
    for (auto it = m_active.begin(); it != m_active.end();) {
        Utterance& utterance = *it++; // it may be removed
        if (!utterance.isPrepared()) {
            continue;
        }
        const bool done = attempt(utterance, [&] { utterance.makeSound(interrupt, mayWait); });
        if (done && utterance.isFinished()) {
            utterance.end(std::monostate{});
            remove(utterance);
        }
    }
}

} // namespace parley::runtime
