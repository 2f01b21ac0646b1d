// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sound_track.h"

#include <QByteArray>
#include <QFile>
#include <QString>
#include <optional>
#include <span>

namespace parley::ui {

/// The sound of a take that is being made, on the disk: a header, notes (as takeNotes()), then raw little-endian
/// float32 samples. Each append is with the system when it returns, so that a killed program loses nothing of it.
class TakePart {
public:
    explicit TakePart(const QString& path);
    TakePart(const TakePart&) = delete;
    TakePart& operator=(const TakePart&) = delete;
    ~TakePart() = default;

    /// False if the file can't be written; it is none then.
    [[nodiscard]] bool create(const QByteArray& notes);
    /// After a failure (a full disk) the file keeps what it has, and nothing is added any more.
    void append(std::span<const float> samples);
    /// True while the file has all that was appended.
    [[nodiscard]] bool isWhole() const { return m_file.isOpen(); }

private:
    QFile m_file;
};

/// What a part file holds.
struct PartContent {
    QByteArray notes;
    qint64 soundOffset = 0; ///< bytes before the first sample
    qint64 samples = 0;
};

/// Nothing if it is no part file.
[[nodiscard]] std::optional<PartContent> readPart(const QString& path);

/// Appends the samples to `sound`; those that are no numbers become silence. False if the file can't be read.
[[nodiscard]] bool readPartSound(const QString& path, SoundTrack& sound);

} // namespace parley::ui
