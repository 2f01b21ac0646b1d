// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/export.h"
#include "store/take_library.h"

#include <QList>

namespace parley::ui {

/// True if there is a sound that won't change any more.
[[nodiscard]] bool isExportable(const Take& take);

/// Those of the takes that are exportable, in their order.
[[nodiscard]] QList<ExportItem> exportItems(TakeLibrary& library, const QList<TakeId>& ids);

} // namespace parley::ui
