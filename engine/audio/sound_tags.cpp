// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "audio/sound_tags.h"

#include "audio/libsndfile.h"
#include "audio/memory_file.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <limits>
#include <span>
#include <string_view>
#include <utility>

namespace parley {
namespace {

constexpr std::string_view kChunkId = "PrLy";
constexpr std::size_t kChunkExtraBytes = 10; // id, size, padding before and behind

int fileType(int format) noexcept {
    return format & SF_FORMAT_TYPEMASK;
}

void append(std::vector<std::byte>& bytes, std::string_view text) {
    const auto raw = std::as_bytes(std::span(text));
    bytes.insert(bytes.end(), raw.begin(), raw.end());
}

std::array<std::byte, 4> littleEndian(std::uint32_t value) noexcept {
    return {std::byte(value), std::byte(value >> 8U), std::byte(value >> 16U), std::byte(value >> 24U)};
}

/// Chunks begin at even places.
void pad(std::vector<std::byte>& file) {
    if (file.size() % 2 != 0) {
        file.push_back(std::byte{0});
    }
}

void addWavChunk(std::vector<std::byte>& file, std::string_view recipe) {
    if (file.size() > std::numeric_limits<std::uint32_t>::max() - kMostRecipeBytes - kChunkExtraBytes) {
        return; // sizes in WAV have 32 bits
    }
    pad(file);
    append(file, kChunkId);
    const auto size = littleEndian(static_cast<std::uint32_t>(recipe.size()));
    file.insert(file.end(), size.begin(), size.end());
    append(file, recipe);
    pad(file);
    // The size of the whole stands behind "RIFF" and counts what follows it.
    const auto whole = littleEndian(static_cast<std::uint32_t>(file.size() - 8));
    std::copy(whole.begin(), whole.end(), file.begin() + 4);
}

/// ID3's numbers have seven bits a byte.
void appendSize(std::vector<std::byte>& bytes, std::size_t size) {
    for (const unsigned shift : {21U, 14U, 7U, 0U}) {
        bytes.push_back(std::byte((size >> shift) & 0x7FU));
    }
}

void appendFrame(std::vector<std::byte>& tag, std::string_view id, std::string_view head, std::string_view text) {
    append(tag, id);
    appendSize(tag, head.size() + text.size());
    append(tag, std::string_view("\0\0", 2)); // no flags
    append(tag, head);
    append(tag, text);
}

/// An ID3 tag of version 2.4 stands before the sound; "\3" is UTF-8.
void addId3Tag(std::vector<std::byte>& file, const SoundNotes& notes) {
    std::vector<std::byte> frames;
    if (!notes.title.empty()) {
        appendFrame(frames, "TIT2", "\3", notes.title);
    }
    if (!notes.recipe.empty()) {
        appendFrame(frames, "COMM", std::string_view("\3eng\0", 5), notes.recipe);
    }
    if (frames.empty()) {
        return;
    }
    std::vector<std::byte> tag;
    append(tag, std::string_view("ID3\4\0\0", 6));
    appendSize(tag, frames.size());
    tag.insert(tag.end(), frames.begin(), frames.end());
    file.insert(file.begin(), tag.begin(), tag.end());
}

/// Nothing when there is no such chunk.
std::string chunkOf(SNDFILE* file) {
    SF_CHUNK_INFO wanted = {};
    std::copy(kChunkId.begin(), kChunkId.end(), std::begin(wanted.id));
    wanted.id_size = kChunkId.size();
    const SF_CHUNK_ITERATOR* chunk = sf_get_chunk_iterator(file, &wanted);
    SF_CHUNK_INFO found = {};
    if (chunk == nullptr || sf_get_chunk_size(chunk, &found) != SF_ERR_NO_ERROR || found.datalen > kMostRecipeBytes) {
        return {};
    }
    std::string recipe(found.datalen, '\0'); // stays zero where the file ends early
    found.data = recipe.data();
    if (recipe.empty() || sf_get_chunk_data(chunk, &found) != SF_ERR_NO_ERROR) {
        return {};
    }
    recipe.erase(recipe.find_last_not_of('\0') + 1); // libsndfile counts the padding in
    return recipe;
}

/// People's own comments don't begin with a brace.
std::string commentOf(SNDFILE* file) {
    const char* comment = sf_get_string(file, SF_STR_COMMENT);
    const std::string_view text = comment != nullptr ? comment : std::string_view();
    return text.starts_with('{') && text.size() <= kMostRecipeBytes ? std::string(text) : std::string();
}

bool fits(std::string_view recipe) noexcept {
    return !recipe.empty() && recipe.size() <= kMostRecipeBytes;
}

} // namespace

void setTags(SNDFILE* file, int format, const SoundNotes& notes) {
    if (fileType(format) == SF_FORMAT_MPEG) {
        return;
    }
    if (!notes.title.empty()) {
        sf_set_string(file, SF_STR_TITLE, notes.title.c_str());
    }
    if (fileType(format) != SF_FORMAT_WAV && fits(notes.recipe)) {
        sf_set_string(file, SF_STR_COMMENT, notes.recipe.c_str());
    }
}

void addTags(std::vector<std::byte>& file, int format, const SoundNotes& notes) {
    if (fileType(format) == SF_FORMAT_WAV && fits(notes.recipe)) {
        addWavChunk(file, notes.recipe);
    }
    if (fileType(format) == SF_FORMAT_MPEG) {
        addId3Tag(file, {notes.title, fits(notes.recipe) ? notes.recipe : std::string()});
    }
}

std::string recipeIn(SNDFILE* file) {
    std::string recipe = chunkOf(file);
    if (recipe.empty()) {
        recipe = commentOf(file);
    }
    return recipe;
}

std::string recipeIn(std::vector<std::byte>& file) {
    MemoryFile memory(std::move(file));
    std::string recipe;
    {
        SF_VIRTUAL_IO io = MemoryFile::callbacks();
        SF_INFO info = {};
        const SndFile open(sf_open_virtual(&io, SFM_READ, &info, &memory));
        recipe = open ? recipeIn(open.get()) : std::string();
    }
    file = memory.take();
    return recipe;
}

} // namespace parley
