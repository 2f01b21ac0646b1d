// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/safetensors_writer.h"

#include "checkpoint/checked_math.h"
#include "checkpoint/dtype_table.h"
#include "checkpoint/reader_errors.h"
#include "checkpoint/safetensors_reader.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace parley::checkpoint {
namespace {

[[noreturn]] void throwMisused(const std::filesystem::path& path, const std::string& problem) {
    throw EngineError(ErrorCode::OptionInvalid, path, {}, {}, "the file was not written: " + problem);
}

struct Header {
    std::string bytes; ///< length, JSON, padding
    std::uint64_t dataBytes = 0;
};

std::string serialize(const nlohmann::json& json, const std::filesystem::path& path) {
    try {
        return json.dump();
    } catch (const nlohmann::json::exception&) {
        throwMisused(path, "a tensor's name is not valid UTF-8");
    }
}

Header describe(const std::filesystem::path& path, std::span<const TensorSpec> tensors,
                const std::map<std::string, std::string>& metadata) {
    nlohmann::json json = nlohmann::json::object();
    if (!metadata.empty()) {
        json["__metadata__"] = metadata;
    }
    Header header;
    for (const TensorSpec& tensor : tensors) {
        const auto bytes = arrayBytes(tensor.shape, byteSize(tensor.dtype));
        const auto end = bytes ? checkedAdd(header.dataBytes, *bytes) : std::nullopt;
        if (!end) {
            throwMisused(path, "the shape of the tensor " + inQuotes(tensor.name) + " is not possible");
        }
        if (tensor.name == "__metadata__" || json.contains(tensor.name)) {
            throwMisused(path, "the name " + inQuotes(tensor.name) + " is taken");
        }
        json[tensor.name] = {{"dtype", dtypeRow(tensor.dtype).safetensorsCode},
                             {"shape", tensor.shape},
                             {"data_offsets", {header.dataBytes, *end}}};
        header.dataBytes = *end;
    }
    std::string text = serialize(json, path);
    const std::size_t whole =
        (kSafetensorsLengthBytes + text.size() + kSafetensorsAlignment - 1) / kSafetensorsAlignment;
    text.resize(whole * kSafetensorsAlignment - kSafetensorsLengthBytes, ' ');
    if (text.size() > kMaxSafetensorsHeaderBytes) {
        throwMisused(path, "its header would be too long to be read again");
    }
    for (std::size_t shift = 0; shift < 64; shift += 8) { // Little-endian.
        header.bytes += static_cast<char>((text.size() >> shift) & 0xffu);
    }
    header.bytes += text;
    return header;
}

} // namespace

SafetensorsStreamWriter::SafetensorsStreamWriter(const std::filesystem::path& path, std::span<const TensorSpec> tensors,
                                                 const std::map<std::string, std::string>& metadata)
    : m_path(path), m_file(path, ErrorCode::FileUnwritable) {
    const Header header = describe(path, tensors, metadata);
    m_bytesLeft = header.dataBytes;
    m_file.write(std::as_bytes(std::span(header.bytes)));
}

void SafetensorsStreamWriter::append(std::span<const std::byte> bytes) {
    if (bytes.size() > m_bytesLeft) {
        throwMisused(m_path, "more bytes came than its tensors have");
    }
    m_file.write(bytes);
    m_bytesLeft -= bytes.size();
}

void SafetensorsStreamWriter::finish() {
    if (m_bytesLeft != 0) {
        throwMisused(m_path, std::to_string(m_bytesLeft) + " bytes of its tensors are missing");
    }
    m_file.commit();
}

void writeSafetensors(const std::filesystem::path& path, std::span<const TensorView> tensors) {
    std::vector<TensorSpec> specs;
    specs.reserve(tensors.size());
    for (const TensorView& tensor : tensors) {
        specs.push_back({tensor.name, tensor.dtype, tensor.shape});
        if (arrayBytes(tensor.shape, byteSize(tensor.dtype)) != tensor.bytes.size()) {
            throwMisused(path, "the bytes of the tensor " + inQuotes(tensor.name) + " don't fit its shape");
        }
    }
    SafetensorsStreamWriter writer(path, specs);
    for (const TensorView& tensor : tensors) {
        writer.append(tensor.bytes);
    }
    writer.finish();
}

} // namespace parley::checkpoint
