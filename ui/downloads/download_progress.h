// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"

#include <QMetaType>
#include <QString>
#include <chrono>
#include <deque>
#include <optional>

namespace parley::ui {

/// How far a download is.
struct DownloadProgress {
    enum class Phase {
        Asking,   ///< which files there are, and how big
        Fetching, ///<
        Checking, ///< reading what is on the disk already
        Waiting,  ///< before the next try
        Unpacking ///< an archive that is whole
    };
    Phase phase = Phase::Asking;
    QString file;                 ///< the one in work
    int fileNumber = 0;           ///< from 1
    int fileCount = 0;            ///<
    qint64 fileBytes = 0;         ///< of it that are here
    qint64 fileTotal = -1;        ///< negative: not known
    qint64 bytes = 0;             ///< of all files
    qint64 total = -1;            ///<
    double bytesPerSecond = 0;    ///< over the last seconds
    double fileSecondsLeft = -1;  ///< negative: not known
    double secondsLeft = -1;      ///< of all files
    int waitSeconds = 0;          ///< Waiting: how long
    std::optional<Error> problem; ///< Waiting: what is tried again
};

/// Bytes a second over the last seconds. One thread.
class SpeedMeter {
public:
    using Clock = std::chrono::steady_clock;

    /// `bytes`: all that came over the network so far. Gives the speed; 0 while there is too little to tell.
    double add(qint64 bytes, Clock::time_point now = Clock::now());
    /// Forgets what was before a pause.
    void restart() { m_marks.clear(); }

private:
    struct Mark {
        Clock::time_point time;
        qint64 bytes = 0;
    };
    std::deque<Mark> m_marks;
};

} // namespace parley::ui

Q_DECLARE_METATYPE(parley::ui::DownloadProgress)
