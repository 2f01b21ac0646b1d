// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/take_library.h"
#include "widgets/waveform_peaks.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>

namespace parley::ui {

/// The outlines of the takes that are looked at, each read when it is first wanted and growing with its sound.
/// Work is done in small pieces between paintings. GUI thread.
class TakeOutlines : public QObject {
    Q_OBJECT

public:
    explicit TakeOutlines(TakeLibrary& library, QObject* parent = nullptr);

    /// What is known of it so far.
    [[nodiscard]] const WaveformPeaks& of(TakeId id);
    /// How many seconds its picture has room for: more than it has while it is made.
    [[nodiscard]] static double room(const Take& take);

Q_SIGNALS:
    void outlineChanged(parley::ui::TakeId id);

private:
    void work();
    void askForSounds();

    TakeLibrary& m_library;
    QHash<TakeId, WaveformPeaks> m_peaks;
    QHash<TakeId, SoundTrackPtr> m_followed; // until all of the sound has been looked at
    QList<TakeId> m_wanted;
    QTimer m_timer;
};

} // namespace parley::ui
