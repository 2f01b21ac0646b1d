// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"
#include "store/sound_track.h"
#include "store/take_database.h"
#include "store/take_part.h"

#include <QFuture>
#include <memory>
#include <optional>

namespace parley::ui {

/// A take in the library, with what is known of it while the program runs.
struct TakeEntry {
    TakeRow row;
    std::shared_ptr<SoundTrack> sound;      ///< while it isn't safe in a file: made, being saved, or not to be saved
    std::weak_ptr<const SoundTrack> loaded; ///< read from its file, as long as somebody uses it
    std::unique_ptr<TakePart> part;         ///< while it is made
    std::optional<QFuture<std::optional<Error>>> saving;
    bool isUnsaved = false;   ///< saving failed
    bool partIsWhole = false; ///< the part file has all of `sound`, and the next start finds it there
    bool hasFile = false;
    QString soundProblem; ///< of its sound file
};

/// The take as others see it.
[[nodiscard]] Take shownTake(const TakeEntry& entry, const QString& folder);

/// True if its sound may be lost when the program ends, and nothing is on the way to change that.
[[nodiscard]] bool isAtRisk(const TakeEntry& entry);

/// What players show as its title: its name, else the beginning of the script.
[[nodiscard]] QString takeTitle(const Take& take);

} // namespace parley::ui
