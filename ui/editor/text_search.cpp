// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/text_search.h"

#include <algorithm>

namespace parley::ui {

QList<qsizetype> findAll(const QString& text, const QString& needle, Qt::CaseSensitivity sensitivity) {
    QList<qsizetype> matches;
    if (needle.isEmpty()) {
        return matches;
    }
    for (qsizetype at = text.indexOf(needle, 0, sensitivity); at >= 0;
         at = text.indexOf(needle, at + needle.size(), sensitivity)) {
        matches.append(at);
    }
    return matches;
}

qsizetype nextMatch(const QList<qsizetype>& matches, qsizetype position) {
    if (matches.isEmpty()) {
        return -1;
    }
    const auto match = std::lower_bound(matches.begin(), matches.end(), position);
    return match == matches.end() ? 0 : match - matches.begin();
}

qsizetype previousMatch(const QList<qsizetype>& matches, qsizetype position) {
    if (matches.isEmpty()) {
        return -1;
    }
    const auto match = std::lower_bound(matches.begin(), matches.end(), position);
    return (match == matches.begin() ? matches.end() : match) - matches.begin() - 1;
}

} // namespace parley::ui
