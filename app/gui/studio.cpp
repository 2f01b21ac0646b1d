// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/studio.h"

#include <QDir>
#include <QProcessEnvironment>

namespace parley::gui {

namespace {

Places placesFor(const QString& data, const ui::Preferences& preferences) {
    const auto either = [&](const QString& chosen, const char* standard) {
        return chosen.isEmpty() ? data + QLatin1Char('/') + QLatin1String(standard) : chosen;
    };
    return {data, either(preferences.takesFolder, "takes"), either(preferences.voicesFolder, "voices")};
}

} // namespace

Studio::Studio(const QString& dataFolder, ui::SettingsStore& settingsStore)
    : settings(settingsStore), places(placesFor(dataFolder, settings.preferences())),
      session(dataFolder + "/session.json"), presets(dataFolder + "/presets.json"), takes(places.takes),
      voices(places.voices), sink(takes), logWriter(speech, log), jobs(speech, sink) {
    jobs.setStateFile(dataFolder + "/queue.json");
}

QStringList Studio::notices() const {
    QStringList all{settings.notice(), session.notice(), presets.notice(), jobs.notice()};
    all.removeAll(QString());
    return all;
}

QString Studio::modelsFolder() const {
    return ui::modelsFolder(places.data, settings.preferences().modelsFolder, QProcessEnvironment::systemEnvironment());
}

ui::ModelPlaces Studio::modelPlaces() const {
    return ui::allModelPlaces(modelsFolder(), QProcessEnvironment::systemEnvironment(), QDir::homePath());
}

} // namespace parley::gui
