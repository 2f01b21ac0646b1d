// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/model_status.h"
#include "parley/error.h"
#include "parley/model_options.h"

#include <optional>

namespace parley::gui {

/// A model's options once more, Auto in the place of what can't be used here, and why it can't.
struct ModelFallback {
    ModelOptions options;
    ui::Refusals refusals;
};

/// What to load in the place of `tried`, which failed. None: another device or number format would not help.
[[nodiscard]] std::optional<ModelFallback> fallbackAfter(const ModelFallback& tried, const Error& error);

} // namespace parley::gui
