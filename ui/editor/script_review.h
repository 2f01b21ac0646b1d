// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "editor/script_checks.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace parley::ui {

class CheckList;
class ScriptMeter;

/// What is below the text: whether it can be spoken, the remarks with their fixes, and the meter. Lengths are shown at
/// once; remarks about a long script wait for a pause in the typing.
class ScriptReview : public QWidget {
    Q_OBJECT

public:
    explicit ScriptReview(QWidget* parent = nullptr);

    void review(const QString& script, const SpeechLimits& limits);
    [[nodiscard]] const SpeechBudget& budget() const noexcept { return m_budget; }
    /// Why the script can't be spoken; empty if it can.
    [[nodiscard]] const QString& problem() const noexcept { return m_problem; }
    [[nodiscard]] bool hasRemarks() const;

Q_SIGNALS:
    void placeRequested(qsizetype start, qsizetype length);
    /// The script after a fix; `shortened` if words were taken off its end.
    void fixed(const QString& script, bool shortened);

protected:
    void changeEvent(QEvent* event) override;

private:
    void check();
    void showSummary();
    void fix(const ScriptCheck& check);

    QLabel* m_summaryIcon;
    QLabel* m_summary;
    QToolButton* m_fixAll;
    CheckList* m_list;
    ScriptMeter* m_meter;
    QTimer m_pause;
    QString m_script;
    SpeechLimits m_limits;
    SpeechBudget m_budget;
    QString m_problem;
};

} // namespace parley::ui
