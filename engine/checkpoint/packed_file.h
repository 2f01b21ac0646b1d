// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/file_reader.h"
#include "checkpoint/safetensors_header.h"
#include "checkpoint/safetensors_writer.h"
#include "files/file_identity.h"
#include "files/file_mapping.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

namespace parley::checkpoint {

/// Counts the layouts of such files, and of packed weights in memory: another one, another number.
inline constexpr std::string_view kPackedVersion = "1";

/// Weights as the network holds them, in a safetensors file that is mapped and used where it lies. Packed matrices are
/// arrays of U8 on multiples of 64 bytes. The metadata say what the file is, by `key` what it was made from, and every
/// tensor's checksum.
class PackedFile {
public:
    /// Maps the file. Throws EngineError: ModelNotFound, CheckpointCorrupt, UnsupportedLayout (another kind of file).
    explicit PackedFile(const std::filesystem::path& path);

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }
    [[nodiscard]] const std::string& key() const noexcept { return m_key; }

    /// Of the very file that is mapped.
    [[nodiscard]] const files::FileIdentity& identity() const noexcept { return m_identity; }

    [[nodiscard]] std::size_t count() const noexcept { return m_tensors.size(); }

    [[nodiscard]] const files::FileMapping& mapping() const noexcept { return m_mapping; }

    /// Compares the checksum of the index-th tensor; reads all of it. Throws EngineError (Cancelled). Any thread.
    [[nodiscard]] bool isWhole(std::size_t index, const std::stop_token& stop) const;

    /// The bytes of the tensor of that name, which live as long as this object. Throws EngineError (CheckpointCorrupt)
    /// unless it is there with this dtype and shape.
    [[nodiscard]] std::span<const std::byte> find(std::string_view name, DType dtype,
                                                  std::span<const std::int64_t> shape) const;

private:
    struct Tensor {
        TensorInfo info;
        std::span<const std::byte> bytes;
        std::string checksum;
    };
    PackedFile(const std::filesystem::path& path, const FileReader& file);
    void readTensors(SafetensorsHeader header, std::uint64_t dataStart);

    std::filesystem::path m_path;
    std::string m_key;
    files::FileIdentity m_identity;
    files::FileMapping m_mapping;
    std::vector<Tensor> m_tensors;
    std::map<std::string, std::size_t, std::less<>> m_places;
};

/// Writes such a file, beside the target first and then renamed over it; a stop is heard within a fraction of a second
/// and leaves nothing behind. Throws EngineError: FileUnwritable, DiskFull, Cancelled.
void writePackedFile(const std::filesystem::path& path, const std::string& key, std::span<const TensorView> tensors,
                     const std::stop_token& stop);

} // namespace parley::checkpoint
