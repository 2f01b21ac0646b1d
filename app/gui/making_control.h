// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jobs/job_entry.h"
#include "parley/request.h"
#include "store/recipe.h"

#include <QObject>
#include <QString>
#include <optional>

namespace parley::gui {

class MainWindow;
struct Studio;

/// From the `Make` button to the queue: puts script, voice and settings together, says why nothing can be made, and
/// shows how far the running take is.
class MakingControl : public QObject {
    Q_OBJECT

public:
    MakingControl(Studio& studio, MainWindow& window);

    void make();
    /// Script and settings as the recipe has them, and its voice, or word that it isn't here.
    void restore(const ui::Recipe& recipe);

private:
    void connectParts();
    void offerRestored();
    void onBusy(bool busy);
    void refresh();
    void followModel();
    void refreshBudget();
    [[nodiscard]] QString reasonAgainst() const;
    [[nodiscard]] ui::Recipe recipe() const;
    [[nodiscard]] std::optional<VoicePrompt> voicePrompt(const QString& id) const;
    /// Voices are found by their sound, so that a renamed one still counts.
    void addAgain(const ui::Recipe& recipe);

    Studio& m_studio;
    MainWindow& m_window;
    ui::TakeId m_lastMade = 0;
};

} // namespace parley::gui
