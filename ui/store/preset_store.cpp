// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/preset_store.h"

#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>

namespace parley::ui {

namespace {

constexpr int kVersion = 1;
constexpr QLatin1String kVersionKey("parley-presets");
constexpr QLatin1String kPresetsKey("presets");

/// As it is kept: one line, no white space at the ends. Empty if it can't be a name.
QString cleanName(const QString& name) {
    return name.simplified().left(PresetStore::kLongestName).trimmed();
}

void sortByName(QList<Preset>& presets) {
    std::sort(presets.begin(), presets.end(), [](const Preset& one, const Preset& other) {
        return QString::localeAwareCompare(one.name, other.name) < 0;
    });
}

} // namespace

bool soundAlike(const GenerationSettings& one, const GenerationSettings& other) {
    GenerationSettings same = one;
    same.seed = other.seed;
    same.takes = other.takes;
    return same == other;
}

PresetStore::PresetStore(const QString& path, QObject* parent) : QObject(parent), m_file(path, kVersionKey, kVersion) {
    connect(&m_file, &AutosavedFile::noticeChanged, this, &PresetStore::noticeChanged);
    load();
}

void PresetStore::load() {
    const QJsonArray rows = m_file.load().value(kPresetsKey).toArray();
    for (const auto& row : rows) {
        const QJsonObject object = row.toObject();
        const QString name = cleanName(object.value(QLatin1String("name")).toString());
        if (!name.isEmpty() && indexOf(name) < 0 && m_presets.size() < kMostPresets) {
            m_presets.append({name, generationSettingsFromJson(object.value(QLatin1String("settings")).toObject())});
        }
    }
    sortByName(m_presets);
}

QJsonObject PresetStore::content() const {
    QJsonArray rows;
    for (const Preset& preset : m_presets) {
        rows.append(QJsonObject{{"name", preset.name}, {"settings", toJson(preset.settings)}});
    }
    return {{kPresetsKey, rows}};
}

void PresetStore::keep(const QJsonObject& before) {
    sortByName(m_presets);
    m_file.save(before, content());
    Q_EMIT changed();
}

qsizetype PresetStore::indexOf(const QString& name) const {
    const QString clean = cleanName(name);
    const auto found = std::find_if(m_presets.begin(), m_presets.end(), [&](const Preset& preset) {
        return preset.name.compare(clean, Qt::CaseInsensitive) == 0;
    });
    return found == m_presets.end() ? -1 : found - m_presets.begin();
}

std::optional<Preset> PresetStore::find(const QString& name) const {
    const qsizetype index = indexOf(name);
    return index < 0 ? std::nullopt : std::optional(m_presets.at(index));
}

bool PresetStore::save(const QString& name, const GenerationSettings& settings) {
    const QString clean = cleanName(name);
    const qsizetype index = indexOf(clean);
    if (clean.isEmpty() || (index < 0 && m_presets.size() >= kMostPresets)) {
        return false;
    }
    const QJsonObject before = content();
    if (index < 0) {
        m_presets.append({clean, settings});
    } else {
        m_presets[index].settings = settings;
    }
    keep(before);
    return true;
}

bool PresetStore::rename(const QString& name, const QString& newName) {
    const QString clean = cleanName(newName);
    const qsizetype index = indexOf(name);
    const qsizetype other = indexOf(clean);
    if (index < 0 || clean.isEmpty() || (other >= 0 && other != index)) {
        return false;
    }
    const QJsonObject before = content();
    m_presets[index].name = clean;
    keep(before);
    return true;
}

bool PresetStore::remove(const QString& name) {
    const qsizetype index = indexOf(name);
    if (index < 0) {
        return false;
    }
    const QJsonObject before = content();
    m_presets.removeAt(index);
    keep(before);
    return true;
}

} // namespace parley::ui
