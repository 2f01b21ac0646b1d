// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/managed_model.h"

#include <QList>
#include <functional>

class QWidget;

namespace parley::test {

/// Saves what the screen shows of a widget.
using TakePicture = std::function<void(const char* name, const QWidget* part)>;

/// Downloads in each of their states: one that runs, one that waits, one that was paused, one that failed.
[[nodiscard]] QList<ui::ManagedDownload> madeUpDownloads();

/// The manager in all its states and the dialogs that it opens, with made-up models.
void tourModels(QWidget* window, const TakePicture& picture);

} // namespace parley::test
