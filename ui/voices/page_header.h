// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QWidget>

class QLabel;

namespace parley::ui {

/// The head of a page that lies over the list of voices: a way back, and what the page is for. Escape goes back, too.
class PageHeader : public QWidget {
    Q_OBJECT

public:
    explicit PageHeader(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);

Q_SIGNALS:
    void backRequested();

private:
    QLabel* m_title;
};

} // namespace parley::ui
