// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/take_library.h"
#include "store/take_shelf.h"

#include <QThreadPool>
#include <functional>
#include <optional>

namespace parley::ui {

/// What the library does beyond looking things up: sound in and out of files, and the signals about it. GUI thread.
class TakeLibrary::Impl {
public:
    Impl(TakeLibrary* library, const QString& folder);
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    /// Waits for sound files that are being written.
    ~Impl();

    [[nodiscard]] TakeShelf& shelf() noexcept { return m_shelf; }
    void append(TakeId id, std::span<const float> samples);
    void finish(TakeEntry& entry, const Take& asFinished);
    [[nodiscard]] SoundTrackPtr load(TakeId id, TakeEntry& entry);
    void save(TakeEntry& entry, bool fromPart);
    void edit(TakeId id, const std::function<void(Take&)>& change);
    /// Tells of a notice that came or went with the last change.
    void tellNotice();

private:
    void loaded(TakeId id, const std::optional<Error>& failure);
    void saved(TakeId id, const std::optional<Error>& failure);
    void noteSaved(TakeEntry& entry, const std::optional<Error>& failure);
    void tellChanged(const TakeEntry& entry);

    TakeLibrary* m_library;
    TakeShelf m_shelf;
    QThreadPool m_workers;
    QString m_notice; ///< as last told
};

} // namespace parley::ui
