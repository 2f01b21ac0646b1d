// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "preferences/preferences_page.h"

class QSpinBox;

namespace parley::ui {

class ChoiceBox;

/// Theme, text size, language and what is written into the log.
class GeneralPage : public PreferencesPage {
    Q_OBJECT

public:
    explicit GeneralPage(QWidget* parent = nullptr);

    void fill(const Preferences& preferences) override;
    void collect(Preferences& preferences) const override;

private:
    ChoiceBox* m_theme;
    QSpinBox* m_textSize;
    ChoiceBox* m_language;
    ChoiceBox* m_log;
};

} // namespace parley::ui
