// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "editor/speech_budget.h"

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QLabel;

namespace parley::ui {

class Gauge;

/// How much of what the model can read and say a script uses: bytes and seconds, below each other where there is no
/// room side by side.
class ScriptMeter : public QWidget {
    Q_OBJECT

public:
    explicit ScriptMeter(QWidget* parent = nullptr);

    void setBudget(const SpeechBudget& budget);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;

private:
    struct Reading {
        QLabel* label = nullptr;
        Gauge* gauge = nullptr;
        QHBoxLayout* row = nullptr;
    };
    [[nodiscard]] Reading addReading(const QString& objectName, const QString& accessibleName);
    void arrange();
    void showBytes(const SpeechBudget& budget) const;
    void showSeconds(const SpeechBudget& budget) const;

    QBoxLayout* m_readings;
    Reading m_bytes;
    Reading m_seconds;
};

} // namespace parley::ui
