// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jobs/making_progress.h"

#include <QString>
#include <QWidget>
#include <optional>

class QAction;
class QHBoxLayout;
class QProgressBar;
class QPushButton;

namespace parley::ui {

class ElidedLabel;

/// The button that makes takes, and how far the one in front is of those that are being made; the pace is that of all.
class MakeBar : public QWidget {
    Q_OBJECT

public:
    explicit MakeBar(QWidget* parent = nullptr);

    /// While nothing can be made, `reason` says why, in a sentence.
    void setCanMake(bool canMake, const QString& reason = {});
    /// How many the button makes.
    void setTakes(int takes);
    /// How many wait behind those that are made.
    void setWaiting(int waiting);
    /// Something is being made.
    void setMaking(const MakingProgress& making);
    /// Nothing is being made. `summary` is about what was made last; empty: nothing was.
    void setIdle(const QString& summary);
    /// Seconds until it can play without a gap; 0 or less: now. None: not to be told.
    void setReadyIn(std::optional<double> seconds);

    /// Ctrl+Enter, and Esc or Ctrl+.; for menus. They work in the whole window.
    [[nodiscard]] QAction* makeAction() const noexcept { return m_make; }
    [[nodiscard]] QAction* cancelAction() const noexcept { return m_cancel; }

Q_SIGNALS:
    void makeRequested();
    void cancelRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildActions();
    void buildButtons(QHBoxLayout& row);
    [[nodiscard]] QWidget* buildWords();
    void showState();
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] QString companyText() const;
    void showWords();
    void showBar();
    void showCancelWords();

    QAction* m_make;
    QAction* m_cancel;
    QPushButton* m_makeButton;
    QPushButton* m_cancelButton;
    QWidget* m_words = nullptr; ///< the next three
    ElidedLabel* m_status;
    ElidedLabel* m_company;
    ElidedLabel* m_ready;
    ElidedLabel* m_pace;
    QProgressBar* m_bar;

    QString m_reason;
    QString m_summary;
    int m_takes = 1;
    int m_waiting = 0;
    std::optional<MakingProgress> m_making; ///< none: idle
    std::optional<double> m_readyIn;
};

} // namespace parley::ui
