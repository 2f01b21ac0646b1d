// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/autosaved_file.h"
#include "store/generation_settings.h"

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QString>
#include <optional>

namespace parley::ui {

/// Settings under a name.
struct Preset {
    QString name;
    GenerationSettings settings;

    bool operator==(const Preset&) const = default;
};

/// True if both sound alike: all is equal but the seed and the number of takes, which belong to a piece of work.
[[nodiscard]] bool soundAlike(const GenerationSettings& one, const GenerationSettings& other);

/// A person's own presets, kept in a JSON file. Names differ in more than case and the white space around them. A file
/// of a newer version, a damaged one and one that can't be written lose nothing, see notice(). GUI thread.
class PresetStore : public QObject {
    Q_OBJECT

public:
    static constexpr int kLongestName = 60;
    static constexpr int kMostPresets = 200;

    explicit PresetStore(const QString& path, QObject* parent = nullptr);

    /// In the order of their names.
    [[nodiscard]] const QList<Preset>& presets() const noexcept { return m_presets; }
    [[nodiscard]] std::optional<Preset> find(const QString& name) const;

    /// Adds a preset, or replaces the one of that name. False: no usable name, or too many presets.
    bool save(const QString& name, const GenerationSettings& settings);
    /// False: no such preset, no usable name, or another preset has it.
    bool rename(const QString& name, const QString& newName);
    bool remove(const QString& name);

    /// What a person must know about the file; empty if all is well.
    [[nodiscard]] QString notice() const { return m_file.notice(); }

Q_SIGNALS:
    void changed();
    void noticeChanged();

private:
    void load();
    [[nodiscard]] QJsonObject content() const;
    void keep(const QJsonObject& before);
    [[nodiscard]] qsizetype indexOf(const QString& name) const;

    AutosavedFile m_file;
    QList<Preset> m_presets;
};

} // namespace parley::ui
