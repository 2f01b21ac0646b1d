// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/making_control.h"

#include "editor/script_panel.h"
#include "gui/main_window.h"
#include "gui/memory_ways.h"
#include "gui/studio.h"
#include "jobs/generation_panel.h"
#include "jobs/log_pane.h"
#include "jobs/make_bar.h"
#include "jobs/queue_view.h"
#include "takes/takes_panel.h"
#include "voices/voice_panel.h"
#include "widgets/notice_bar.h"

#include <QCoreApplication>
#include <QTabWidget>

namespace parley::gui {

using ui::ModelState;
using ui::Recipe;
using ui::Tone;

MakingControl::MakingControl(Studio& studio, MainWindow& window)
    : QObject(&window), m_studio(studio), m_window(window) {
    connectParts();
    followModel();
    refreshBudget();
    refresh();
    offerRestored();
}

void MakingControl::connectParts() {
    connect(m_window.make, &ui::MakeBar::makeRequested, this, &MakingControl::make);
    connect(m_window.make, &ui::MakeBar::cancelRequested, &m_studio.jobs, &ui::JobQueue::cancelFront);
    connect(&m_studio.jobs, &ui::JobQueue::busyChanged, this, &MakingControl::onBusy);
    connect(&m_studio.jobs, &ui::JobQueue::takeEnded, this, [this](ui::TakeId id) { m_lastMade = id; });
    connect(&m_studio.jobs, &ui::JobQueue::progressed, m_window.make, &ui::MakeBar::setMaking);
    connect(&m_studio.jobs, &ui::JobQueue::seedUsed, m_window.generation, &ui::GenerationPanel::setUsedSeed);
    connect(&m_studio.jobs, &ui::JobQueue::waitingChanged, this, [this](int count) {
        m_window.make->setWaiting(count);
        m_window.tabs->setTabText(1, count > 0 ? tr("Queue (%1)").arg(count) : tr("Queue"));
    });
    connect(&m_studio.jobs, &ui::JobQueue::jobFailed, this, [this](quint64 id, const QString& problem) {
        QList<ui::NoticeBar::Action> ways{{tr("Try again"), [this, id] { m_studio.jobs.retry(id); }}};
        if (const auto smaller = MemoryWays(m_studio, m_window).forJob(id)) {
            ways.prepend(*smaller);
        }
        m_window.notice->tell(Tone::Bad, problem, ways);
    });
    connect(&m_studio.speech, &ui::SpeechService::modelChanged, this, &MakingControl::followModel);
    connect(m_window.script, &ui::ScriptPanel::scriptChanged, this, &MakingControl::refresh);
    connect(m_window.script, &ui::ScriptPanel::canSpeakChanged, this, &MakingControl::refresh);
    connect(m_window.script, &ui::ScriptPanel::exampleChosen, this,
            [this](const QString&, const QString& voiceText) { m_window.voices->offerTranscript(voiceText); });
    connect(m_window.voices, &ui::VoicePanel::currentVoiceChanged, this, &MakingControl::refreshBudget);
    connect(&m_studio.voices, &ui::VoiceLibrary::changed, this, &MakingControl::refreshBudget);
    connect(m_window.generation, &ui::GenerationPanel::settingsChanged, this, &MakingControl::refreshBudget);
    connect(m_window.takes, &ui::TakesPanel::restoreRequested, this, &MakingControl::restore);
    connect(m_window.takes, &ui::TakesPanel::keepVoiceRequested, this, [this](ui::TakeId id) {
        const auto take = m_studio.takes.take(id);
        const ui::SoundTrackPtr sound = m_studio.takes.sound(id);
        if (take && sound) {
            m_window.voices->addSound(sound->clip(), take->name, take->recipe.script);
        }
    });
}

QString MakingControl::reasonAgainst() const {
    switch (m_studio.speech.modelState().phase) {
    case ModelState::Phase::None:
        return tr("Choose a model first.");
    case ModelState::Phase::Failed:
        return tr("The model could not be loaded.");
    case ModelState::Phase::Loading:
    case ModelState::Phase::Ready:
    case ModelState::Phase::Unloaded:
        break;
    }
    return m_window.script->canSpeak() ? QString() : m_window.script->problem();
}

void MakingControl::refresh() {
    const QString reason = reasonAgainst();
    m_window.make->setCanMake(reason.isEmpty(), reason);
    m_window.make->setTakes(m_window.generation->settings().takes);
}

void MakingControl::followModel() {
    const ModelState model = m_studio.speech.modelState();
    if (model.isReady()) { // until then what the last one could do, or what most can
        m_window.generation->setMostTokens(model.limits.tokens);
        m_window.script->setMostBytes(model.limits.bytes);
        m_window.voices->setMostBytes(model.limits.bytes);
    }
    refresh();
}

void MakingControl::refreshBudget() {
    const auto voice = m_studio.voices.voice(m_window.voices->currentVoice());
    m_window.script->setClosingTag(m_window.generation->settings().closingTag);
    m_window.script->setBudget(m_window.generation->settings().maxTokens, voice ? voice->seconds : 0.0,
                               voice ? voice->transcript : QString());
    refresh();
}

void MakingControl::onBusy(bool busy) {
    if (busy) {
        return;
    }
    const auto take = m_studio.takes.take(m_lastMade);
    const QString seconds = take ? m_window.locale().toString(take->seconds, 'f', 1) : QString();
    m_window.make->setIdle(take ? tr("%1 s of sound, seed %2").arg(seconds).arg(take->recipe.settings.seed)
                                : QString());
}

Recipe MakingControl::recipe() const {
    Recipe recipe;
    recipe.script = m_window.script->script();
    recipe.settings = m_window.generation->settings();
    recipe.version = QCoreApplication::applicationVersion();
    if (const auto voice = m_studio.voices.voice(m_window.voices->currentVoice())) {
        recipe.voiceName = voice->name;
        recipe.voiceHash = voice->hash;
        recipe.voiceTranscript = voice->transcript;
    }
    return recipe;
}

std::optional<VoicePrompt> MakingControl::voicePrompt(const QString& id) const {
    const auto voice = m_studio.voices.voice(id);
    const ui::SoundTrackPtr sound = m_studio.voices.sound(id);
    if (!voice || !sound) {
        return std::nullopt;
    }
    return VoicePrompt{sound->clip(), voice->transcript.toStdString(), voice->name.toStdString()};
}

void MakingControl::make() {
    if (!reasonAgainst().isEmpty()) {
        return;
    }
    const QString voiceId = m_window.voices->currentVoice();
    const std::optional<VoicePrompt> voice = voicePrompt(voiceId);
    if (!voiceId.isEmpty() && !voice) {
        m_window.notice->tell(Tone::Warning, tr("The voice's sound is still being read, or it is gone."),
                              {{tr("Make without it"), [this] {
                                    m_window.voices->setCurrentVoice({});
                                    make();
                                }}});
        return;
    }
    m_studio.jobs.add({recipe(), voice});
}

void MakingControl::addAgain(const Recipe& recipe) {
    const auto voice = m_studio.voices.findByHash(recipe.voiceHash);
    if (recipe.voiceHash.isEmpty()) {
        m_studio.jobs.add({recipe, std::nullopt});
    } else if (const auto prompt = voice ? voicePrompt(voice->id) : std::nullopt) {
        m_studio.jobs.add({recipe, prompt});
    } else {
        m_window.notice->tell(
            Tone::Warning,
            tr("A take that was waiting needs the voice “%1”, which isn't here any more.").arg(recipe.voiceName),
            {{tr("Put its script back"), [this, recipe] { restore(recipe); }}});
    }
}

void MakingControl::offerRestored() {
    const auto count = static_cast<int>(m_studio.jobs.restored().size());
    if (count == 0) {
        return;
    }
    m_window.waitingNotice->tell(Tone::Neutral, tr("%n take(s) were still waiting when Parley ended.", nullptr, count),
                                 {{tr("Make them"),
                                   [this] {
                                       for (const Recipe& recipe : m_studio.jobs.takeRestored()) {
                                           addAgain(recipe);
                                       }
                                   }},
                                  {tr("Drop them"), [this] { m_studio.jobs.dropRestored(); }}});
}

void MakingControl::restore(const Recipe& recipe) {
    m_window.showFirstStart(false);
    m_window.script->setScript(recipe.script);
    m_window.generation->setSettings(recipe.settings);
    if (recipe.voiceHash.isEmpty()) {
        m_window.voices->setCurrentVoice({});
    } else if (const auto voice = m_studio.voices.findByHash(recipe.voiceHash)) {
        m_window.voices->setCurrentVoice(voice->id);
    } else {
        m_window.voices->setCurrentVoice({});
        m_window.voices->offerTranscript(recipe.voiceTranscript);
        m_window.notice->tell(Tone::Warning,
                              tr("This take was made with the voice “%1”, which isn't here. Add its recording to make "
                                 "the take again; its text is filled in for you.")
                                  .arg(recipe.voiceName));
    }
    m_window.script->focusScript();
}

} // namespace parley::gui
