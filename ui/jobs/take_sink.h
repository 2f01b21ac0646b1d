// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/take.h"

#include <QString>
#include <span>

namespace parley::ui {

/// Where the sound that jobs make is kept. GUI thread; a call must not wait for the disk.
class TakeSink {
public:
    TakeSink() = default;
    TakeSink(const TakeSink&) = delete;
    TakeSink& operator=(const TakeSink&) = delete;
    virtual ~TakeSink() = default;

    /// Sound is about to be made after this recipe.
    virtual TakeId begin(const Recipe& recipe) = 0;
    /// The next samples, mono at kSampleRate.
    virtual void append(TakeId take, std::span<const float> samples) = 0;
    /// Nothing more will come. `asMade` holds the seed, device and dtype that were used.
    virtual void finish(TakeId take, TakeState state, const Recipe& asMade, qint64 steps, const QString& problem) = 0;
};

} // namespace parley::ui
