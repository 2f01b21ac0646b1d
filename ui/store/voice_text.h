// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"

#include <QString>
#include <variant>

namespace parley::ui {

/// What a person writes about a voice.
struct VoiceText {
    QString name;
    QString transcript;
    QString speaker1;
    QString speaker2;

    bool operator==(const VoiceText&) const = default;
};

struct Transcript {
    QString text;
    QString problem; ///< for people; empty if it is fine
};

/// What a text file says, without white space at its ends. At most 64 KiB of UTF-8.
[[nodiscard]] Transcript readTranscript(const QString& path);

/// The name and the speakers in NAME.json; empty where it says nothing that makes sense.
[[nodiscard]] VoiceText readVoiceDetails(const QString& path);

/// Rewrites NAME.txt and NAME.json. What others put into NAME.json stays there. Errors: FileUnwritable, DiskFull.
[[nodiscard]] Result<std::monostate> saveVoiceText(const QString& folder, const QString& id, const VoiceText& text);

} // namespace parley::ui
