// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/card.h"
#include "models/managed_model.h"

class QProgressBar;

namespace parley::ui {

/// A smaller copy that is being made: how far it is, and stopping it.
class CopyCard : public Card {
    Q_OBJECT

public:
    explicit CopyCard(const ManagedCopy& copy, QWidget* parent = nullptr);

    /// The same copy, later.
    void setCopy(const ManagedCopy& copy);

Q_SIGNALS:
    void cancelRequested();

private:
    QProgressBar* m_bar;
    ToneLabel* m_state;
    QPushButton* m_cancel;
};

} // namespace parley::ui
