// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/non_verbals.h"

#include "parley/script.h"

namespace parley::ui {

QStringList nonVerbalNames() {
    QStringList names;
    for (const std::string_view name : kNonVerbals) {
        names.append(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
    }
    names.sort();
    return names;
}

QList<TextSpan> listedNonVerbals(const QString& text) {
    static const QStringList names = nonVerbalNames();
    QList<TextSpan> spans;
    qsizetype close = -1;
    for (qsizetype open = text.indexOf(u'('); open >= 0; open = text.indexOf(u'(', open + 1)) {
        close = close > open ? close : text.indexOf(u')', open);
        if (close < 0) {
            break;
        }
        if (names.contains(QStringView(text).sliced(open + 1, close - open - 1))) {
            spans.append({open, close - open + 1});
        }
    }
    return spans;
}

} // namespace parley::ui
