// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bridge/engine_bridge.h"
#include "catalogue/library_file.h"
#include "jobs/job_queue.h"
#include "jobs/log.h"
#include "jobs/log_writer.h"
#include "jobs/take_sink.h"
#include "player/player.h"
#include "store/preset_store.h"
#include "store/session_store.h"
#include "store/settings_store.h"
#include "store/take_library.h"
#include "store/voice_library.h"

#include <QString>

namespace parley::gui {

/// Where the program keeps what a person makes, below its data folder or where the preferences say.
struct Places {
    QString data;
    QString takes;
    QString voices;
};

/// The jobs' sound goes into the library of takes.
class LibrarySink final : public ui::TakeSink {
public:
    explicit LibrarySink(ui::TakeLibrary& library) : m_library(library) {}
    ui::TakeId begin(const ui::Recipe& recipe) override { return m_library.begin(recipe); }
    void append(ui::TakeId take, std::span<const float> samples) override { m_library.append(take, samples); }
    void finish(ui::TakeId take, ui::TakeState state, const ui::Recipe& asMade, qint64 steps,
                const QString& problem) override {
        m_library.finish(take, state, asMade, steps, problem);
    }

private:
    ui::TakeLibrary& m_library;
};

/// Everything of the program that has no widget, built in order and taken apart in reverse. What stands here is what
/// the window's parts are connected to.
struct Studio {
    /// The settings are read before everything else, since they choose the language of all texts.
    Studio(const QString& dataFolder, ui::SettingsStore& settingsStore);

    ui::SettingsStore& settings;
    Places places;
    ui::SessionStore session;
    ui::PresetStore presets;
    ui::TakeLibrary takes;
    ui::VoiceLibrary voices;
    LibrarySink sink;
    ui::Log log;
    ui::EngineBridge speech;
    ui::LogWriter logWriter;
    ui::JobQueue jobs;
    ui::Player player;

    /// What a person must know about the files that all this is kept in. The list of takes tells of its own.
    [[nodiscard]] QStringList notices() const;

    /// The folder that models come into, as the preferences and the environment have it now.
    [[nodiscard]] QString modelsFolder() const;
    /// Where models are looked for: there, in added folders, and in the caches of other programs.
    [[nodiscard]] ui::ModelPlaces modelPlaces() const;
};

} // namespace parley::gui
