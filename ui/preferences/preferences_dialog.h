// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "preferences/device_choice.h"
#include "store/preferences.h"

#include <QDialog>
#include <QList>

class QDialogButtonBox;
class QListWidget;
class QStackedWidget;

namespace parley::ui {

class EnginePage;
class FilesPage;
class GeneralPage;
class NoticeBar;
class PreferencesPage;
class SoundPage;

/// What a person prefers, in four pages. Nothing changes until Apply or OK; Cancel and Esc forget what was edited.
/// Not modal: show() it, work on, and tell it of changes from elsewhere by setPreferences().
class PreferencesDialog : public QDialog {
    Q_OBJECT

public:
    enum class Page { Engine, Sound, Files, General };

    PreferencesDialog(const Preferences& preferences, const QList<DeviceChoice>& devices, QWidget* parent = nullptr);

    /// These are in force now; what is being edited stays as it is edited.
    void setPreferences(const Preferences& preferences);
    void setStandardFolders(const QString& models, const QString& takes, const QString& voices);
    void openPage(Page page);

    void accept() override; ///< OK
    void reject() override; ///< Cancel

Q_SIGNALS:
    void applied(const parley::ui::Preferences& preferences);
    /// The window offers the choice of a model.
    void modelChoiceRequested();

private:
    void addPage(PreferencesPage* page, const QString& icon, const QString& title);
    void layOut();
    void connectButtons();
    void listSoundOutputs();
    void showPreferences(const Preferences& preferences);
    [[nodiscard]] Preferences edited() const;
    bool apply();
    void resetToDefaults();
    void updateButtons();
    void updateNavigation();

protected:
    void changeEvent(QEvent* event) override;

private:
    Preferences m_inForce;
    EnginePage* m_engine;
    SoundPage* m_sound;
    FilesPage* m_files;
    GeneralPage* m_general;
    QList<PreferencesPage*> m_pages;
    QListWidget* m_navigation;
    QStackedWidget* m_stack;
    NoticeBar* m_notice;
    QDialogButtonBox* m_buttons;
};

} // namespace parley::ui
