// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/catalogue.h"
#include "catalogue/model_finder.h"
#include "models/managed_model.h"
#include "store/preferences.h"

#include <QList>

namespace parley::gui {

/// What the manager shows of what was found, models first. Looks at sizes and beginnings of files that Parley brought,
/// which takes milliseconds.
[[nodiscard]] QList<ui::ManagedModel> managedModels(const ui::FoundFiles& found, const ui::LibraryState& state,
                                                    const ui::Preferences& preferences);

/// What of the catalogue is not in this folder, and not on its way there.
[[nodiscard]] QList<ui::CatalogueEntry> offersBeside(const QString& modelsFolder);

} // namespace parley::gui
