// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "editor/examples.h"

#include <functional>

class QMenu;
class QWidget;

namespace parley::ui {

/// The palette of sounds; `chosen` gets the name without parentheses.
[[nodiscard]] QMenu* makeNonVerbalMenu(QWidget* parent, const std::function<void(const QString& name)>& chosen);

/// The example scripts.
[[nodiscard]] QMenu* makeExampleMenu(QWidget* parent, const std::function<void(const Example& example)>& chosen);

} // namespace parley::ui
