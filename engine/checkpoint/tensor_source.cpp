// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/tensor_source.h"

#include "checkpoint/dtype_table.h"
#include "checkpoint/file_reader.h"
#include "checkpoint/quantized_source.h"
#include "checkpoint/reader_errors.h"
#include "checkpoint/safetensors_reader.h"
#include "checkpoint/torch_zip_reader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <utility>

namespace parley::checkpoint {
namespace {

// Both formats are little-endian, and their bytes are handed out as they are.
static_assert(std::endian::native == std::endian::little);

/// The first bytes of a file, enough to tell what it is.
std::string readBeginning(const FileReader& file) {
    constexpr std::uint64_t kBytes = 64;
    std::string text(std::min(file.size(), kBytes), '\0');
    file.read(0, std::as_writable_bytes(std::span(text)));
    return text;
}

bool isWebPage(std::string_view beginning) {
    std::string lower(beginning.substr(std::min(beginning.find_first_not_of(" \t\r\n"), beginning.size())));
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower.starts_with("<!doctype html") || lower.starts_with("<html");
}

/// Byte 8 is the first one of the JSON header; the eight before it, its length, may look like anything.
bool isSafetensors(std::string_view beginning) {
    return beginning.size() > 8 && beginning[8] == '{';
}

bool isPickle(std::string_view beginning) {
    return beginning.size() > 1 && beginning[0] == '\x80' && beginning[1] >= 2 && beginning[1] <= 5;
}

[[noreturn]] void throwNotACheckpoint(const std::filesystem::path& path, std::string_view beginning) {
    if (beginning.empty()) {
        throwCorrupt(path, phrase("the file is empty"));
    }
    if (beginning.starts_with("version https://git-lfs")) {
        throw EngineError(ErrorCode::CheckpointCorrupt, path,
                          phrase("this is only a pointer to the file, as git keeps it, not the file itself"),
                          phrase("run 'git lfs pull' in its folder, or download the file from the model's page"));
    }
    if (isWebPage(beginning)) {
        throw EngineError(
            ErrorCode::CheckpointCorrupt, path,
            phrase("this is a web page, not a checkpoint: the server answered the download with a message"),
            phrase("open the file in a browser to read it, then download the model again"));
    }
    if (isPickle(beginning)) {
        throw EngineError(ErrorCode::UnsupportedLayout, path,
                          phrase("this is a Python pickle in torch's format from before version 1.6"),
                          phrase("take the safetensors version of this model, or convert the file to safetensors"));
    }
    throwUnsupported(path, phrase("this is neither a safetensors file nor a torch checkpoint"));
}

} // namespace

std::size_t byteSize(DType dtype) noexcept {
    return dtypeRow(dtype).bytes;
}

std::string_view name(DType dtype) noexcept {
    return dtypeRow(dtype).name;
}

const nlohmann::json& TensorSource::metadata() const noexcept {
    static const nlohmann::json kNone = nlohmann::json::object();
    return kNone;
}

const TensorInfo* TensorSource::find(std::string_view name) const noexcept {
    const std::vector<TensorInfo>& all = tensors();
    const auto found = std::lower_bound(all.begin(), all.end(), name,
                                        [](const TensorInfo& info, std::string_view key) { return info.name < key; });
    return found != all.end() && found->name == name ? &*found : nullptr;
}

std::unique_ptr<TensorSource> openTensorFile(const std::filesystem::path& path) {
    FileReader file(path);
    const std::string beginning = readBeginning(file);
    if (beginning.starts_with("PK\3\4")) {
        return openTorchZip(path);
    }
    if (isSafetensors(beginning)) {
        return withoutQuantization(openSafetensors(std::move(file)));
    }
    throwNotACheckpoint(path, beginning);
}

} // namespace parley::checkpoint
