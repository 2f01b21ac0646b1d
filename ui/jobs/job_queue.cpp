// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/job_queue.h"

#include "bridge/error_text.h"
#include "jobs/waiting_file.h"

#include <QRandomGenerator>
#include <algorithm>
#include <utility>

namespace parley::ui {

namespace {

constexpr int kMostEnded = 200; // rows kept on show

/// The recipe of one take of an order.
Recipe recipeOfTake(Recipe recipe, int index) {
    GenerationSettings& settings = recipe.settings;
    settings.takes = 1;
    settings.seed = (settings.seed + index) % (kMostSeed + 1);
    return recipe;
}

} // namespace

JobQueue::JobQueue(SpeechService& service, TakeSink& sink, QObject* parent)
    : QObject(parent), m_service(service), m_runner(service, sink) {
    connect(&m_service, &SpeechService::modelChanged, this, &JobQueue::handOver);
    connect(&m_runner, &JobRunner::takeStarted, this, &JobQueue::onTakeStarted);
    connect(&m_runner, &JobRunner::takeAudio, this, &JobQueue::takeAudio);
    connect(&m_runner, &JobRunner::takeEnded, this, &JobQueue::takeEnded);
    connect(&m_runner, &JobRunner::progressed, this, &JobQueue::onProgress);
    connect(&m_runner, &JobRunner::seedUsed, this, &JobQueue::seedUsed);
    connect(&m_runner, &JobRunner::ended, this, &JobQueue::onEnded);
    connect(&m_model, &QAbstractItemModel::rowsMoved, this, &JobQueue::keep);
}

JobQueue::~JobQueue() = default;

QList<quint64> JobQueue::add(const JobOrder& order) {
    const int takes = std::clamp(order.recipe.settings.takes, 1, kMostTakes);
    Recipe recipe = order.recipe;
    if (recipe.settings.seed < 0) {
        // Drawn here and not by the engine, so that a take knows it from its beginning, whatever ends the program.
        recipe.settings.seed = QRandomGenerator::global()->generate();
    }
    const auto voice = order.voice ? std::make_shared<const VoicePrompt>(*order.voice) : nullptr;
    QList<quint64> ids;
    for (int i = 0; i < takes; ++i) {
        JobEntry entry;
        entry.id = ++m_lastId;
        entry.recipe = recipeOfTake(recipe, i);
        entry.voice = voice;
        entry.take = i + 1;
        entry.takes = takes;
        m_model.append(entry);
        ids.append(entry.id);
    }
    keep();
    handOver();
    return ids;
}

void JobQueue::move(quint64 id, int newIndex) {
    const int row = m_model.rowOf(id);
    if (row >= 0) {
        m_model.moveRows({}, row, 1, {}, newIndex > row ? newIndex + 1 : newIndex);
    }
}

void JobQueue::remove(quint64 id) {
    const JobEntry* entry = m_model.find(id);
    if (entry != nullptr && entry->state != JobState::Running) {
        m_model.remove(id);
        keep();
    }
}

void JobQueue::removeEnded() {
    while (!entries().isEmpty() && entries().constFirst().hasEnded()) {
        m_model.remove(entries().constFirst().id);
    }
}

void JobQueue::cancel(quint64 id) {
    const JobEntry* found = m_model.find(id);
    if (found == nullptr || found->hasEnded()) {
        return;
    }
    JobEntry entry = *found;
    if (entry.state == JobState::Running) {
        entry.stopping = true;
        m_model.update(entry);
        m_runner.stop(id);
        announceFront();
        return;
    }
    entry.state = JobState::Cancelled;
    m_model.update(entry);
    forgetOldest();
    keep();
}

void JobQueue::cancelFront() {
    if (const JobEntry* const front = frontOf(entries())) {
        cancel(front->id);
    }
}

void JobQueue::cancelAll() {
    const QList<JobEntry> all = entries();
    // From the back, so that no waiting one starts in between.
    for (auto entry = all.crbegin(); entry != all.crend(); ++entry) {
        cancel(entry->id);
    }
}

void JobQueue::retry(quint64 id, int maxTokens) {
    const JobEntry* found = m_model.find(id);
    if (found == nullptr || (found->state != JobState::Failed && found->state != JobState::Cancelled)) {
        return;
    }
    JobEntry entry = *found;
    entry.state = JobState::Waiting;
    entry.takeId = 0;
    entry.problem.clear();
    entry.failure.reset();
    entry.recipe.settings.maxTokens = maxTokens > 0 ? maxTokens : entry.recipe.settings.maxTokens;
    m_model.update(entry);
    keep();
    handOver();
}

void JobQueue::setMostTogether(int count) {
    m_mostTogether = std::clamp(count, 1, kMostTogether);
    handOver();
}

int JobQueue::waitingCount() const {
    return m_model.rowCount() - m_model.firstWaiting();
}

bool JobQueue::canHandOver() const {
    const ModelState::Phase phase = m_service.modelState().phase;
    if (m_runner.count() == 0) {
        return phase == ModelState::Phase::Loading || phase == ModelState::Phase::Ready ||
               phase == ModelState::Phase::Unloaded;
    }
    // The engine reads one job's script and voice at a time: what it got before would only wait there, out of reach.
    const auto isReading = [](const JobEntry& entry) { return entry.state == JobState::Running && entry.takeId == 0; };
    return phase == ModelState::Phase::Ready && m_runner.count() < m_mostTogether &&
           std::none_of(entries().begin(), entries().end(), isReading);
}

void JobQueue::handOver() {
    if (waitingCount() == 0 || !canHandOver()) {
        return;
    }
    JobEntry entry = entries().at(m_model.firstWaiting());
    if (!m_modelName.isEmpty()) {
        entry.recipe.model = m_modelName;
    }
    entry.state = JobState::Running;
    entry.progress = {};
    m_model.update(entry);
    m_runner.start(entry);
    keep();
    announceBusy();
    announceFront();
}

void JobQueue::announceBusy() {
    if (m_busy != isBusy()) {
        m_busy = isBusy();
        Q_EMIT busyChanged(m_busy);
    }
}

void JobQueue::announceFront() {
    const JobEntry* const front = frontOf(entries());
    const TakeId take = front == nullptr ? 0 : front->takeId;
    if (std::exchange(m_frontTake, take) != take && take != 0) {
        Q_EMIT frontTakeChanged(take);
    }
    if (const auto making = makingProgress(entries())) {
        Q_EMIT progressed(*making);
    }
}

void JobQueue::onTakeStarted(quint64 id, TakeId take) {
    JobEntry entry = *m_model.find(id);
    entry.takeId = take;
    m_model.update(entry);
    keep();
    Q_EMIT takeStarted(take);
    announceFront();
    handOver();
}

void JobQueue::onProgress(quint64 id, const JobProgress& progress) {
    JobEntry entry = *m_model.find(id);
    entry.progress = progress;
    m_model.update(entry);
    if (id == frontOf(entries())->id) {
        announceFront();
    }
}

void JobQueue::onEnded(quint64 id, JobState state, const Error& error) {
    JobEntry entry = *m_model.find(id);
    entry.state = state;
    entry.stopping = false;
    entry.problem = state == JobState::Failed ? errorText(error) : QString();
    entry.failure = state == JobState::Failed ? std::optional(error.code) : std::nullopt;
    if (state == JobState::Done) {
        entry.voice.reset(); // nothing asks for it any more
    }
    m_model.update(entry);
    forgetOldest();
    keep();
    if (state == JobState::Failed) {
        Q_EMIT jobFailed(id, entry.problem);
    }
    announceFront();
    handOver();
    announceBusy();
}

void JobQueue::forgetOldest() {
    while (m_model.rowCount() > kMostEnded && entries().at(kMostEnded).hasEnded()) {
        m_model.remove(entries().constFirst().id);
    }
}

void JobQueue::setStateFile(const QString& path) {
    m_file = std::make_unique<WaitingFile>(path);
    connect(m_file.get(), &WaitingFile::noticeChanged, this, &JobQueue::noticeChanged);
    m_restored = m_file->load();
    if (waitingCount() > 0) {
        keep();
    }
}

QString JobQueue::notice() const {
    return m_file ? m_file->notice() : QString();
}

QList<Recipe> JobQueue::takeRestored() {
    QList<Recipe> recipes = std::exchange(m_restored, {});
    keep();
    return recipes;
}

void JobQueue::dropRestored() {
    m_restored.clear();
    keep();
}

void JobQueue::keep() {
    Q_EMIT waitingChanged(waitingCount());
    if (!m_file) {
        return;
    }
    QList<Recipe> recipes = m_restored;
    for (const JobEntry& entry : entries()) {
        // A running job without a take is nowhere else yet.
        if (entry.state == JobState::Waiting || (entry.state == JobState::Running && entry.takeId == 0)) {
            recipes.append(entry.recipe);
        }
    }
    m_file->save(recipes);
}

} // namespace parley::ui
