// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "takes/export_items.h"

namespace parley::ui {

bool isExportable(const Take& take) {
    return take.seconds > 0 && take.state != TakeState::Making;
}

QList<ExportItem> exportItems(TakeLibrary& library, const QList<TakeId>& ids) {
    QList<ExportItem> items;
    for (const TakeId id : ids) {
        const std::optional<Take> take = library.take(id);
        if (take && isExportable(*take)) {
            // A sound on the disk is read by the worker that exports it.
            items.append({.sound = take->soundFile.isEmpty() ? library.sound(id) : nullptr, .take = *take});
        }
    }
    return items;
}

} // namespace parley::ui
