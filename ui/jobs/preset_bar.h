// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/generation_settings.h"
#include "store/preset_store.h"

#include <QString>
#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace parley::ui {

class NoticeBar;

/// The menu of presets and what can be done with them. It shows which preset the settings sound like.
class PresetBar : public QWidget {
    Q_OBJECT

public:
    /// The store must outlive it.
    explicit PresetBar(PresetStore& store, QWidget* parent = nullptr);

    /// What the panel shows now.
    void setSettings(const GenerationSettings& settings);

Q_SIGNALS:
    /// Seed and number of takes are those of setSettings().
    void chosen(const parley::ui::GenerationSettings& settings);
    void resetRequested();

private:
    enum class Naming { Nothing, Saving, Renaming };

    void buildButtons();
    void buildNameRow();
    void fillMenu();
    void addPreset(QMenu& menu, const Preset& preset);
    void choose(const GenerationSettings& sound);
    void askName(Naming naming);
    void acceptName();
    void stopNaming();
    void removeCurrent();
    void showCurrent();
    void showNotice();

    PresetStore& m_store;
    GenerationSettings m_settings;
    QString m_lastName; ///< the preset chosen last, if any; the settings may have moved away from it
    Naming m_naming = Naming::Nothing;
    QToolButton* m_choice;
    QToolButton* m_reset;
    QMenu* m_menu;
    QWidget* m_nameRow;
    QLineEdit* m_name;
    QToolButton* m_accept;
    NoticeBar* m_notice;
};

} // namespace parley::ui
