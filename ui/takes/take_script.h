// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/take.h"

#include <QByteArray>
#include <QString>
#include <algorithm>
#include <vector>

namespace parley::ui {

/// The takes of one script, newest first.
struct TakeScript {
    QByteArray key;
    QString title;
    std::vector<Take> takes;

    [[nodiscard]] int rowOf(TakeId id) const {
        const auto found = std::find_if(takes.begin(), takes.end(), [id](const Take& take) { return take.id == id; });
        return static_cast<int>(found - takes.begin());
    }
};

} // namespace parley::ui
