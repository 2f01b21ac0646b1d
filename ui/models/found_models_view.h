// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/model_finder.h"

#include <QList>
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;
class QVBoxLayout;

namespace parley::ui {

/// Models that are on this machine already, as cards, and the way to look for them again.
class FoundModelsView : public QWidget {
    Q_OBJECT

public:
    explicit FoundModelsView(QWidget* parent = nullptr);

    /// Asks for a search, and shows that it runs until setFound().
    void search();
    void setFound(const QList<FoundModel>& models);
    void setChoosable(bool choosable);

Q_SIGNALS:
    void searchRequested();
    void chosen(const parley::ui::FoundModel& model);

private:
    void setSearching(bool searching);

    QToolButton* m_again;
    QProgressBar* m_busy;
    QLabel* m_state;
    QWidget* m_list;
    QVBoxLayout* m_cards;
};

} // namespace parley::ui
