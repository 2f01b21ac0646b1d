// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/model_finder.h"

#include <QFrame>

namespace parley::ui {

/// A model that was found: its name, what it is, where it lies, what keeps it from being used, and a button to use it.
class ModelCard : public QFrame {
    Q_OBJECT

public:
    explicit ModelCard(const FoundModel& model, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen();
};

} // namespace parley::ui
