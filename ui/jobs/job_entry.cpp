// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/job_entry.h"

namespace parley::ui {

QString firstWords(const QString& script, int most) {
    // Four times as much as is shown leaves room for the tags, and spares long scripts a copy.
    QString text = script.left(most * qsizetype{4});
    text.remove(QLatin1String("[S1]"), Qt::CaseInsensitive).remove(QLatin1String("[S2]"), Qt::CaseInsensitive);
    text = text.simplified();
    if (text.size() <= most) {
        return text;
    }
    qsizetype cut = text.lastIndexOf(QLatin1Char(' '), most);
    if (cut <= most / 2) {
        cut = text.at(most - 1).isHighSurrogate() ? most - 1 : most;
    }
    return text.left(cut) + QChar(0x2026);
}

} // namespace parley::ui
