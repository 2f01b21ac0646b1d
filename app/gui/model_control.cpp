// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/model_control.h"

#include "bridge/error_text.h"
#include "catalogue/file_check.h"
#include "catalogue/library_file.h"
#include "editor/script_panel.h"
#include "gui/main_window.h"
#include "gui/memory_ways.h"
#include "gui/studio.h"
#include "models/first_start_panel.h"
#include "models/model_status.h"
#include "widgets/notice_bar.h"

#include <QDir>
#include <QProcessEnvironment>
#include <QtConcurrent>
#include <chrono>
#include <utility>

namespace parley::gui {

using ui::ModelState;
using ui::Preferences;

namespace {

bool isChosen(const Preferences& preferences) {
    return preferences.demo || !preferences.modelPath.isEmpty();
}

QString modelName(const Preferences& preferences) {
    return preferences.demo ? QStringLiteral("demo") : ui::modelNameOf(preferences.modelPath);
}

} // namespace

ModelOptions modelOptions(const Preferences& preferences) {
    ModelOptions options;
    options.demo = preferences.demo;
    options.model = preferences.modelPath.toStdString();
    options.codec = preferences.codecPath.toStdString();
    options.device = preferences.device.toStdString();
    options.dtype = preferences.dtype.toStdString();
    options.threads = preferences.threads;
    options.tf32 = preferences.tf32;
    options.packedCache = defaultPackedCache();
    return options;
}

ModelControl::ModelControl(Studio& studio, MainWindow& window) : QObject(&window), m_studio(studio), m_window(window) {
    connect(&studio.speech, &ui::SpeechService::modelChanged, this, &ModelControl::showState);
    // Nothing that needs an answer, so it only stands beside the model's name.
    connect(&studio.speech, &ui::SpeechService::weightsNotKept, this, [&window](const Error& error) {
        window.model->setRemark(tr("It will load as slowly next time: %1").arg(ui::errorText(error)));
    });
    connect(&studio.settings, &ui::SettingsStore::preferencesChanged, this, &ModelControl::onPreferences);
    connect(window.firstStart, &ui::FirstStartPanel::modelChosen, this, &ModelControl::check);
    connect(window.firstStart, &ui::FirstStartPanel::searchRequested, this, &ModelControl::search);
    connect(window.firstStart, &ui::FirstStartPanel::demoChosen, this, [this] {
        Preferences now = m_studio.settings.preferences();
        now.demo = true;
        m_studio.settings.setPreferences(now);
    });
    connect(window.firstStart, &ui::FirstStartPanel::dismissed, &window, [&window] { window.showFirstStart(false); });
    // What comes into the script from elsewhere shall be seen. Nobody types there while the page is in its place.
    for (const auto news : {&ui::ScriptPanel::fileAnswered, &ui::ScriptPanel::scriptChanged}) {
        connect(window.script, news, &window, [&window] { window.showFirstStart(false); });
    }
    connect(&m_found, &QFutureWatcherBase::finished, this, [this] { m_window.firstStart->setFound(m_found.result()); });
    connect(&m_checked, &QFutureWatcherBase::finished, this, [this] { useChecked(m_checked.result()); });
    studio.speech.unloadAfter(std::chrono::minutes(studio.settings.preferences().unloadMinutes));
    useChosen();
}

ModelControl::~ModelControl() {
    m_stopSearch.request_stop();
    m_found.waitForFinished();
    m_checked.waitForFinished();
}

void ModelControl::useChosen() {
    const Preferences& preferences = m_studio.settings.preferences();
    m_window.showFirstStart(!isChosen(preferences));
    m_window.firstStart->setCurrentModel(isChosen(preferences) ? modelName(preferences) : QString());
    m_window.model->setModel(isChosen(preferences) ? modelName(preferences) : QString());
    m_window.model->setRequested(preferences.device, preferences.dtype);
    if (isChosen(preferences)) {
        m_studio.jobs.setModelName(modelName(preferences));
        m_used = {modelOptions(preferences), {}};
        m_studio.speech.useModel(m_used.options);
    } else {
        m_window.firstStart->search();
    }
    showState();
}

void ModelControl::onPreferences(const Preferences& now, const Preferences& before) {
    const auto parts = [](const Preferences& p) {
        return std::tie(p.demo, p.modelPath, p.codecPath, p.device, p.dtype, p.threads, p.tf32);
    };
    if (parts(now) != parts(before)) {
        useChosen();
    }
    if (now.unloadMinutes != before.unloadMinutes) {
        m_studio.speech.unloadAfter(std::chrono::minutes(now.unloadMinutes));
    }
}

void ModelControl::search() {
    m_stopSearch.request_stop();
    m_stopSearch = std::stop_source();
    m_found.setFuture(QtConcurrent::run([places = m_studio.modelPlaces(), stop = m_stopSearch.get_token()] {
        return ui::findModels(places, &inspectPath, stop);
    }));
}

void ModelControl::check(const QString& modelPath, const QString& codecPath) {
    m_window.firstStart->setChecking(true);
    m_checked.setFuture(QtConcurrent::run([modelPath, codecPath, places = m_studio.modelPlaces()] {
        return ui::checkModel(modelPath, codecPath, places, &inspectPath);
    }));
}

void ModelControl::useChecked(const Result<ui::FoundModel>& checked) {
    m_window.firstStart->setChecking(false);
    if (!checked) {
        m_window.firstStart->showError(checked.error());
    } else if (checked.value().codecPath.isEmpty()) {
        m_window.firstStart->askForCodec(checked.value().modelPath);
    } else {
        Preferences now = m_studio.settings.preferences();
        now.demo = false;
        now.modelPath = checked.value().modelPath;
        now.codecPath = checked.value().codecPath;
        if (now == m_studio.settings.preferences()) {
            useChosen(); // the same model, mended
        }
        m_studio.settings.setPreferences(now);
    }
}

bool ModelControl::useFallback() {
    const auto fallback = fallbackAfter(m_used, m_studio.speech.modelState().error);
    if (!fallback) {
        return false;
    }
    m_used = *fallback;
    m_window.model->setRefusals(m_used.refusals);
    m_studio.speech.useModel(m_used.options); // which is told as any other loading
    return true;
}

QList<ui::NoticeBar::Action> ModelControl::waysOut() {
    QList<ui::NoticeBar::Action> ways{{tr("Try again"), [this] { useChosen(); }},
                                      {tr("Choose another model"), [this] { m_window.showFirstStart(true); }}};
    if (const auto smaller = MemoryWays(m_studio, m_window).forModel()) {
        ways.prepend(*smaller);
    }
    const Preferences& preferences = m_studio.settings.preferences();
    for (const QString& path : {preferences.modelPath, preferences.codecPath}) {
        const auto own = preferences.demo ? std::nullopt : ui::readInstalled(path);
        if (own && !own->entry.isMadeHere && !ui::checkQuickly(ui::expectedFiles(*own)).isEmpty()) {
            ways.append({tr("Download again"), [this, path] {
                             m_window.showFirstStart(true); // where its progress is
                             Q_EMIT mendingRequested(path);
                         }});
            break;
        }
    }
    return ways;
}

void ModelControl::showState() {
    const ModelState state = m_studio.speech.modelState();
    if (state.phase == ModelState::Phase::Failed && useFallback()) {
        return;
    }
    m_window.model->setState(state);
    const QString told = std::exchange(m_failure, {});
    if (state.phase == ModelState::Phase::Failed) {
        m_failure = ui::errorText(state.error);
        m_window.notice->tell(ui::Tone::Bad, m_failure, waysOut());
    } else if (!told.isEmpty() && m_window.notice->text() == told) {
        m_window.notice->clear(); // it is no longer so; another notice may have taken its place
    }
}

} // namespace parley::gui
