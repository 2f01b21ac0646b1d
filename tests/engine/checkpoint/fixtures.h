// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/tensor_source.h"
#include "parley/error.h"
#include "support/data_folder.h"

#include <zip.h>

#include <QByteArray>
#include <QString>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parley::test {

/// The error that `action` throws; nullopt if it throws none. Anything but an EngineError fails the test.
template <typename Action>
std::optional<Error> errorOf(Action&& action) {
    try {
        std::forward<Action>(action)();
    } catch (const EngineError& error) {
        return error.error();
    }
    return std::nullopt;
}

inline QByteArray describe(const std::optional<Error>& error) {
    return error ? QByteArray::fromStdString(std::string(errorCodeName(error->code)) + ": " + error->message())
                 : QByteArray("no error");
}

/// Whether it is this error, with this text somewhere in its message.
inline bool matches(const std::optional<Error>& error, ErrorCode code, std::string_view text) {
    return error && error->code == code && error->message().find(text) != std::string::npos;
}

inline std::filesystem::path dataFile(std::string_view relative) {
    return dataFolder() / relative;
}

inline void writeFile(const std::filesystem::path& path, std::string_view bytes) {
    std::filesystem::remove(path); // Some file systems write a file that is overwritten to the disk at once.
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

inline std::string readFile(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline std::string littleEndian(std::uint64_t number, std::size_t byteCount) {
    std::string bytes;
    for (std::size_t i = 0; i < byteCount; ++i) {
        bytes += static_cast<char>((number >> (8 * i)) & 0xffu);
    }
    return bytes;
}

/// A safetensors file of this header and this much data.
inline std::string safetensorsBytes(std::string_view header, std::size_t dataBytes) {
    return littleEndian(header.size(), 8) + std::string(header) + std::string(dataBytes, 'x');
}

inline std::string readTensor(const checkpoint::TensorSource& source, const checkpoint::TensorInfo& tensor) {
    std::string bytes(tensor.byteCount, '\0');
    source.read(tensor, 0, std::as_writable_bytes(std::span(bytes)));
    return bytes;
}

struct ZipEntry {
    std::string name;
    std::string content;
    bool compressed = false;
};

/// Writes a zip archive; false if libzip fails.
inline bool writeZip(const std::filesystem::path& path, const std::vector<ZipEntry>& entries) {
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    bool good = archive != nullptr;
    for (const ZipEntry& entry : entries) {
        zip_source_t* source = zip_source_buffer(archive, entry.content.data(), entry.content.size(), 0);
        const zip_int64_t index = zip_file_add(archive, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8);
        good = good && index >= 0 &&
               zip_set_file_compression(archive, static_cast<zip_uint64_t>(index),
                                        entry.compressed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0) == 0;
    }
    return good && zip_close(archive) == 0; // Reads the buffers only now.
}

} // namespace parley::test
