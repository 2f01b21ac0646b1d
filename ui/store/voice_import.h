// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>
#include <atomic>

namespace parley::ui {

struct VoiceImport {
    QString folder;         ///< the library's
    QString source;         ///< a sound, its text file, or a folder of such pairs
    QSet<QByteArray> known; ///< hashes of the voices that are there already; their like is passed over
};

struct VoiceImportReport {
    QStringList ids;
    QList<Error> problems;
};

/// Copies pairs of a sound and its text into the library; the originals stay as they are. Any thread; takes as long as
/// reading the sounds does, and stops early when `stop` is set.
[[nodiscard]] VoiceImportReport importVoices(const VoiceImport& import, const std::atomic_bool& stop);

} // namespace parley::ui
