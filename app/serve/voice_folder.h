// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"
#include "parley/request.h"

#include <filesystem>
#include <string>
#include <vector>

namespace parley::serve {

/// A voice that clients may name.
struct ServedVoice {
    std::string id; ///< the files' base name
    std::string name;
    std::filesystem::path sound;
    std::filesystem::path text;
};

/// A folder with voices as the studio keeps and imports them: NAME.wav (or another sound format) beside NAME.txt, which
/// holds what is said in it, and perhaps NAME.json with a name. It is looked through at each question, so that voices
/// may come and go. Any thread.
class VoiceFolder {
public:
    /// Empty: there are no voices.
    explicit VoiceFolder(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    /// Sorted by id. A sound without a text, and a text without a sound, is none.
    [[nodiscard]] std::vector<ServedVoice> list() const;

    /// Reads sound and text. Errors: AudioUnreadable, ScriptInvalid (a text that is empty, too long or no UTF-8).
    [[nodiscard]] static Result<VoicePrompt> read(const ServedVoice& voice);

private:
    std::filesystem::path m_folder;
};

} // namespace parley::serve
