// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bridge/speech_service.h"

#include <QToolButton>

namespace parley::ui {

/// The model in one line of the status bar: its name, what it runs on, how far loading is, or that it failed. A click
/// asks for the preferences.
class ModelStatus : public QToolButton {
    Q_OBJECT

public:
    explicit ModelStatus(QWidget* parent = nullptr);

    void setModel(const QString& name, const ModelState& state);
};

} // namespace parley::ui
