// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeySequence>
#include <QList>

namespace parley::ui {

/// The keys that this platform has for something, or `fallback` where it has none.
[[nodiscard]] inline QList<QKeySequence> standardKeys(QKeySequence::StandardKey key,
                                                      const QKeySequence& fallback = {}) {
    const QList<QKeySequence> keys = QKeySequence::keyBindings(key);
    return keys.isEmpty() ? QList<QKeySequence>{fallback} : keys;
}

} // namespace parley::ui
