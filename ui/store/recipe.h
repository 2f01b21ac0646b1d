// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/generation_settings.h"

#include <QByteArray>
#include <QString>
#include <optional>

namespace parley::ui {

/// Everything that is needed to make a take again. It is kept with the take and inside every exported sound file.
struct Recipe {
    QString script; ///< as it was written, without the closing tag
    QString voiceName;
    QByteArray voiceHash;    ///< SHA-256 of the voice's samples as little-endian float32, in hex; empty without a voice
    QString voiceTranscript; ///< what is said in the voice
    GenerationSettings settings; ///< with the seed that was used, takes = 1
    QString model;               ///< what a person calls the model: its file or folder name, or "demo"
    QString device;
    QString dtype;
    QString version; ///< of Parley

    bool operator==(const Recipe&) const = default;
    /// Takes with the same key are takes of one script: its SHA-256 in hex, white space at the ends ignored.
    [[nodiscard]] QByteArray scriptKey() const;
};

/// UTF-8 JSON, one object with "parley": 1 as its version.
[[nodiscard]] QByteArray toJson(const Recipe& recipe);

/// Nothing if it isn't a recipe, is newer than this program knows, or is larger than 4 MiB.
[[nodiscard]] std::optional<Recipe> recipeFromJson(const QByteArray& json);

} // namespace parley::ui
