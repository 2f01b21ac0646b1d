// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

class QMainWindow;

namespace parley::gui {

/// Keys, written as the platform writes them, and what they do.
struct KeyEntry {
    QString keys;
    QString what;
    bool operator==(const KeyEntry&) const = default;
};

struct KeyGroup {
    QString title;
    QList<KeyEntry> entries;
};

/// Every key that the window answers to: the menus' in their order, then those of parts that stand in no menu, from the
/// actions themselves; last what the parts do with keys without an action.
[[nodiscard]] QList<KeyGroup> listKeys(const QMainWindow& window);

} // namespace parley::gui
