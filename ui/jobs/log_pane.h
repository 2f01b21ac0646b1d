// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jobs/log.h"

#include <QWidget>

class QHBoxLayout;
class QPlainTextEdit;

namespace parley::ui {

class NoticeBar;

/// The log on show, following its end unless somebody has scrolled away from it; to copy, clear and save.
class LogPane : public QWidget {
    Q_OBJECT

public:
    /// The log must outlive it.
    explicit LogPane(Log& log, QWidget* parent = nullptr);

    /// Writes the log into a file, in the background; what came of it is told in the pane.
    void saveTo(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildButtons(QHBoxLayout& row);
    void append(const LogLine& line);
    void refill();
    void askWhere();

    Log& m_log;
    QPlainTextEdit* m_text;
    NoticeBar* m_notice;
};

} // namespace parley::ui
