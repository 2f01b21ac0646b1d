// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/packed_file.h"

#include "checkpoint/content_hash.h"
#include "checkpoint/reader_errors.h"
#include "checkpoint/safetensors_reader.h"
#include "files/stop.h"
#include "files/system_reason.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace parley::checkpoint {

namespace {

// Names in the metadata.
constexpr const char* kFormat = "format";
constexpr const char* kFormatName = "parley-packed";
constexpr const char* kVersion = "version";
constexpr const char* kKey = "key";

std::string checksumName(const std::string& tensor) {
    return "xxh3-128 " + tensor;
}

std::string textOf(const nlohmann::json& metadata, const std::string& name) {
    return metadata.value(name, std::string());
}

files::FileMapping mapped(const FileReader& file) {
    std::optional<files::FileMapping> mapping = files::FileMapping::of(file.descriptor(), file.size());
    if (!mapping) {
        throw EngineError(ErrorCode::ModelNotFound, file.path(),
                          phrase("the file can't be opened: %1", files::systemReason(errno)));
    }
    return std::move(*mapping);
}

void requirePackedFormat(const nlohmann::json& metadata, const std::filesystem::path& path) {
    if (textOf(metadata, kFormat) != kFormatName || textOf(metadata, kVersion) != kPackedVersion) {
        throw EngineError(ErrorCode::UnsupportedLayout, path, {}, {},
                          "is not a file of packed weights of version " + std::string(kPackedVersion));
    }
}

/// Packed matrices first, then wider numbers before narrower ones: so all of them are aligned.
std::vector<TensorView> inOrder(std::span<const TensorView> tensors) {
    std::vector<TensorView> ordered(tensors.begin(), tensors.end());
    const auto alignment = [](const TensorView& tensor) {
        return tensor.dtype == DType::UInt8 ? kSafetensorsAlignment : byteSize(tensor.dtype);
    };
    std::stable_sort(ordered.begin(), ordered.end(),
                     [&](const TensorView& a, const TensorView& b) { return alignment(a) > alignment(b); });
    return ordered;
}

/// Appends in pieces that a disk takes in a fraction of a second, each of them brought to the disk.
void appendAll(SafetensorsStreamWriter& writer, std::span<const TensorView> tensors, const std::stop_token& stop) {
    constexpr std::size_t kPieceBytes = std::size_t{32} << 20U;
    std::size_t waiting = 0;
    for (const TensorView& tensor : tensors) {
        for (std::span<const std::byte> rest = tensor.bytes; !rest.empty();) {
            files::throwIfStopped(stop);
            const std::span<const std::byte> piece = rest.first(std::min(rest.size(), kPieceBytes));
            writer.append(piece);
            rest = rest.subspan(piece.size());
            waiting += piece.size();
            if (waiting >= kPieceBytes) {
                writer.flush();
                waiting = 0;
            }
        }
    }
}

} // namespace

PackedFile::PackedFile(const std::filesystem::path& path) : PackedFile(path, FileReader(path)) {}

PackedFile::PackedFile(const std::filesystem::path& path, const FileReader& file)
    : m_path(path), m_identity(files::identityOf(file.descriptor()).value_or(files::FileIdentity{})),
      m_mapping(mapped(file)) {
    SafetensorsLayout layout = readSafetensorsLayout(file);
    requirePackedFormat(layout.header.metadata, path);
    m_key = textOf(layout.header.metadata, kKey);
    readTensors(std::move(layout.header), layout.dataStart);
}

void PackedFile::readTensors(SafetensorsHeader header, std::uint64_t dataStart) {
    for (SafetensorsEntry& entry : header.entries) {
        const std::uint64_t place = dataStart + entry.begin;
        const std::size_t wanted =
            entry.info.dtype == DType::UInt8 ? kSafetensorsAlignment : byteSize(entry.info.dtype);
        if (place % wanted != 0) {
            throwCorrupt(m_path, "the tensor " + inQuotes(entry.info.name) + " is not aligned");
        }
        m_places.emplace(entry.info.name, m_tensors.size());
        const std::span<const std::byte> bytes = m_mapping.bytes().subspan(place, entry.info.byteCount);
        std::string checksum = textOf(header.metadata, checksumName(entry.info.name));
        m_tensors.push_back({std::move(entry.info), bytes, std::move(checksum)});
    }
}

bool PackedFile::isWhole(std::size_t index, const std::stop_token& stop) const {
    const Tensor& tensor = m_tensors.at(index);
    ContentHash hash;
    for (std::span<const std::byte> rest = tensor.bytes; !rest.empty();) {
        files::throwIfStopped(stop);
        const std::span<const std::byte> piece = rest.first(std::min(rest.size(), files::FileMapping::kPiece));
        hash.add(piece);
        rest = rest.subspan(piece.size());
    }
    return hash.digits() == tensor.checksum;
}

std::span<const std::byte> PackedFile::find(std::string_view name, DType dtype,
                                            std::span<const std::int64_t> shape) const {
    const auto place = m_places.find(name);
    if (place == m_places.end()) {
        throwCorrupt(m_path, "the tensor " + inQuotes(name) + " is not in it");
    }
    const Tensor& tensor = m_tensors[place->second];
    if (tensor.info.dtype != dtype || !std::ranges::equal(tensor.info.shape, shape)) {
        throwCorrupt(m_path, "the tensor " + inQuotes(name) + " is not what the network wants");
    }
    return tensor.bytes;
}

void writePackedFile(const std::filesystem::path& path, const std::string& key, std::span<const TensorView> tensors,
                     const std::stop_token& stop) {
    const std::vector<TensorView> ordered = inOrder(tensors);
    std::vector<TensorSpec> specs;
    std::map<std::string, std::string> metadata = {
        {kFormat, kFormatName}, {kVersion, std::string(kPackedVersion)}, {kKey, key}};
    for (const TensorView& tensor : ordered) {
        files::throwIfStopped(stop);
        specs.push_back({tensor.name, tensor.dtype, tensor.shape});
        metadata.emplace(checksumName(tensor.name), contentDigits(tensor.bytes));
    }
    SafetensorsStreamWriter writer(path, specs, metadata);
    appendAll(writer, ordered, stop);
    files::throwIfStopped(stop);
    writer.finish();
}

} // namespace parley::checkpoint
