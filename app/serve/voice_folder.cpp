// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/voice_folder.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <limits>
#include <map>
#include <optional>

namespace fs = std::filesystem;

namespace parley::serve {

namespace {

constexpr std::size_t kMostTextBytes = std::size_t{64} << 10U;

struct Pair {
    fs::path sound;
    std::size_t rank = std::numeric_limits<std::size_t>::max(); ///< of the sound's format
    fs::path text;
    fs::path details;
};

std::string extensionOf(const fs::path& path) {
    std::string extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return extension.empty() ? extension : extension.substr(1);
}

void sortIn(std::map<std::string, Pair>& pairs, const fs::path& path) {
    const std::string extension = extensionOf(path);
    const auto* const format = std::find(kSoundExtensions.begin(), kSoundExtensions.end(), extension);
    if (extension != "txt" && extension != "json" && format == kSoundExtensions.end()) {
        return;
    }
    Pair& pair = pairs[path.stem().string()];
    const auto rank = static_cast<std::size_t>(format - kSoundExtensions.begin());
    if (extension == "txt") {
        pair.text = path;
    } else if (extension == "json") {
        pair.details = path;
    } else if (rank < pair.rank) {
        pair.sound = path;
        pair.rank = rank;
    }
}

/// Nothing if it is too long or can't be read.
std::optional<std::string> readSmallFile(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string text(kMostTextBytes + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    return !file.bad() && text.size() <= kMostTextBytes ? std::optional(std::move(text)) : std::nullopt;
}

std::string nameIn(const fs::path& details, const std::string& otherwise) {
    if (details.empty()) {
        return otherwise;
    }
    const auto json = nlohmann::json::parse(readSmallFile(details).value_or(""), nullptr, false);
    const bool hasName = json.is_object() && json.contains("name") && json["name"].is_string();
    const std::string name = hasName ? json["name"].get<std::string>() : std::string();
    return name.empty() ? otherwise : name;
}

std::string trimmed(const std::string& text) {
    constexpr const char* kWhite = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kWhite);
    return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(kWhite) - first + 1);
}

} // namespace

std::vector<ServedVoice> VoiceFolder::list() const {
    std::vector<ServedVoice> voices;
    if (m_folder.empty()) {
        return voices;
    }
    std::map<std::string, Pair> pairs;
    std::error_code error;
    for (fs::directory_iterator file(m_folder, error), end; !error && file != end; file.increment(error)) {
        std::error_code unreadable;
        if (file->is_regular_file(unreadable)) { // opening a pipe could wait forever
            sortIn(pairs, file->path());
        }
    }
    for (const auto& [id, pair] : pairs) {
        if (!pair.sound.empty() && !pair.text.empty()) {
            voices.push_back({id, nameIn(pair.details, id), pair.sound, pair.text});
        }
    }
    return voices;
}

Result<VoicePrompt> VoiceFolder::read(const ServedVoice& voice) {
    const std::optional<std::string> text = readSmallFile(voice.text);
    if (!text) {
        return Error{
            ErrorCode::ScriptInvalid, verbatim(voice.id), verbatim("its text can't be read, or is too long"), {}};
    }
    const std::string transcript = trimmed(*text);
    if (transcript.empty()) {
        return Error{ErrorCode::ScriptInvalid, verbatim(voice.id), verbatim("its text is empty"),
                     verbatim("write what is said in the recording into " + voice.text.filename().string())};
    }
    Result<AudioClip> sound = readAudio(voice.sound);
    if (!sound) {
        return sound.error();
    }
    return VoicePrompt{std::move(sound).value(), transcript, voice.id};
}

} // namespace parley::serve
