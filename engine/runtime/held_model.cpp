// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/held_model.h"

#include "backend/device_memory.h"
#include "runtime/edge.h"
#include "runtime/make_speaker.h"

#include <utility>

namespace parley::runtime {

HeldModel::HeldModel(ModelOptions options, std::function<void()> whileLoading)
    : m_options(std::move(options)), m_whileLoading(std::move(whileLoading)) {}

void HeldModel::replace(const ModelOptions& options, std::shared_ptr<LoadListener> listener,
                        const std::stop_token& stop) {
    m_cacheWriter.stop();
    letGo(); // first of all, so that two models are never in memory at once
    m_options = options;
    m_listener = std::move(listener);
    const auto result = atEdge([&] {
        const ModelFiles& files = open(stop);
        requireMemory(files, {}, false);
        load(files, stop,
             {[this](std::uint64_t done, std::uint64_t total) { m_listener->onLoading(done, total); },
              [this](const Error& error) { m_listener->onCacheTrouble(error); }});
        if (backend::isAccelerated(m_model.target.profile)) {
            m_generator->warmUp(stop); // nobody waits for words yet
        }
    });
    if (result.ok()) {
        tellLoaded(open(stop));
    } else {
        letGo();
        std::exchange(m_listener, nullptr)->onFailed(result.error());
    }
}

const ModelFiles& HeldModel::files(const std::stop_token& stop) {
    forJob([&] { open(stop); });
    return open(stop);
}

Generator& HeldModel::generator(SpeechJob& job) {
    if (!isLoaded()) {
        const std::stop_token stop = job.stop.token();
        forJob([&] { load(open(stop), stop, newsFor(*job.listener)); });
        job.speech.figures.load = m_model.loadSeconds;
        tellLoaded(open(stop));
    }
    return *m_generator;
}

void HeldModel::tidyUp() {
    if (!m_generator->hasFailed()) {
        backend::releaseUnused(m_model.target.device);
        return;
    }
    m_cacheWriter.stop();
    letGo();
    tellUnloaded();
}

void HeldModel::unload() {
    if (!m_cacheWriter.isWriting()) {
        letGo();
        tellUnloaded();
    }
}

const ModelFiles& HeldModel::open(const std::stop_token& stop) {
    if (!m_files) {
        m_files = openModelFiles(m_options, stop);
    }
    return *m_files;
}

void HeldModel::load(const ModelFiles& files, const std::stop_token& stop, const OnLoad& on) {
    m_model = loadModel(files, stop, [&](std::uint64_t done, std::uint64_t total) {
        m_whileLoading();
        on.progress(done, total);
    });
    if (m_model.cacheTrouble) {
        on.trouble(*m_model.cacheTrouble);
    }
    CacheWriter::OnFailure onNotKept;
    if (m_listener) {
        onNotKept = [listener = m_listener](const Error& error) { listener->onNotKept(error); };
    }
    m_cacheWriter.start(std::move(m_model.unkept), std::move(onNotKept));
    m_memory = {};
    m_generator = std::make_unique<Generator>(m_model, m_memory, makeSpeaker(m_model, m_memory));
}

/// Work that brings the model back. Whoever heard that it was there hears why it can't be; one that was cancelled may
/// be tried again by the next job.
void HeldModel::forJob(const std::function<void()>& work) {
    const auto result = atEdge(work);
    if (result.ok()) {
        return;
    }
    letGo();
    if (result.error().code == ErrorCode::Cancelled) {
        tellUnloaded();
    } else if (const auto listener = std::exchange(m_listener, nullptr)) {
        listener->onFailed(result.error());
    }
    throw EngineError(result.error());
}

HeldModel::OnLoad HeldModel::newsFor(Listener& job) const {
    const auto progress = [this, &job](std::uint64_t done, std::uint64_t total) {
        if (m_listener) {
            m_listener->onLoading(done, total);
        }
        job.onLoading(done, total);
    };
    const auto trouble = [this, &job](const Error& error) {
        m_listener ? m_listener->onCacheTrouble(error) : job.onCacheTrouble(error);
    };
    return {progress, trouble};
}

void HeldModel::tellLoaded(const ModelFiles& files) const {
    if (m_listener) {
        const checkpoint::DiaConfig& sizes = files.dia.config;
        m_listener->onLoaded({m_model.target.deviceName, m_model.target.dtypeName, m_model.loadSeconds,
                              sizes.encoder.maxPositions, sizes.decoder.maxPositions});
    }
}

void HeldModel::tellUnloaded() const {
    if (m_listener) {
        m_listener->onUnloaded();
    }
}

/// The next job loads anew.
void HeldModel::letGo() {
    const at::Device device = m_model.target.device;
    m_generator.reset();
    m_memory = {};
    m_model = {};
    m_files.reset();
    (void)atEdge([&] { backend::giveBack(device); }); // a GPU that is gone has nothing to give
}

} // namespace parley::runtime
