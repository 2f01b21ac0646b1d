// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "preferences/choice_box.h"
#include "preferences/preferences_page.h"

class QLabel;

namespace parley::ui {

/// Which device plays, and when a take that is being made begins to play.
class SoundPage : public PreferencesPage {
    Q_OBJECT

public:
    explicit SoundPage(QWidget* parent = nullptr);

    /// The sound devices of now, as QAudioDevice's id and description; none is said so.
    void setOutputs(const QList<NamedChoice>& outputs, const QString& standardName);

    void fill(const Preferences& preferences) override;
    void collect(Preferences& preferences) const override;

private:
    ChoiceBox* m_output;
    QLabel* m_outputHint;
    ChoiceBox* m_playMode;
};

} // namespace parley::ui
