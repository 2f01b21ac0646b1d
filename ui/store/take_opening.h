// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/take_database.h"

#include <QList>
#include <QString>
#include <memory>

namespace parley::ui {

struct OpenedTakes {
    std::unique_ptr<TakeDatabase> database; ///< ready in any case; in memory if the folder can't be written
    QList<TakeRow> rows;
    QString notice; ///< what a person should be told about it; empty if all is well
};

/// Opens the list of takes of a folder, which is made if need be. A damaged list is kept aside under a new name and
/// rebuilt from the sound files; a list of a newer version is left as it is, and another file is used. Nothing is
/// deleted.
[[nodiscard]] OpenedTakes openTakes(const QString& folder);

} // namespace parley::ui
