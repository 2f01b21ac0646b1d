// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "preferences/preferences_page.h"

namespace parley::ui {

class ChoiceBox;
class FolderField;

/// Where models, takes and voices live, and in which format takes are exported.
class FilesPage : public PreferencesPage {
    Q_OBJECT

public:
    explicit FilesPage(QWidget* parent = nullptr);

    /// What empty folders stand for.
    void setStandardFolders(const QString& models, const QString& takes, const QString& voices);

    void fill(const Preferences& preferences) override;
    void collect(Preferences& preferences) const override;
    [[nodiscard]] QString problem() const override;

private:
    FolderField* m_models;
    FolderField* m_takes;
    FolderField* m_voices;
    ChoiceBox* m_format;
};

} // namespace parley::ui
