// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "editor/speech_budget.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace parley::ui {

class Gauge;

/// How much of what the model can read and say a script uses: bytes and seconds.
class ScriptMeter : public QWidget {
    Q_OBJECT

public:
    explicit ScriptMeter(QWidget* parent = nullptr);

    void setBudget(const SpeechBudget& budget);

private:
    struct Reading {
        QLabel* label = nullptr;
        Gauge* gauge = nullptr;
    };
    [[nodiscard]] static Reading addReading(QHBoxLayout* row, const QString& objectName, const QString& accessibleName);
    void showBytes(const SpeechBudget& budget) const;
    void showSeconds(const SpeechBudget& budget) const;

    Reading m_bytes;
    Reading m_seconds;
};

} // namespace parley::ui
