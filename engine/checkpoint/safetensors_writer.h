// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/tensor_source.h"
#include "files/atomic_file.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace parley::checkpoint {

/// One array to be written; `bytes` must hold exactly the product of `shape` times the dtype's size.
struct TensorView {
    std::string name;
    DType dtype = DType::Float32;
    std::vector<std::int64_t> shape;
    std::span<const std::byte> bytes;
};

/// Writes a safetensors file (https://github.com/huggingface/safetensors, "Format"), beside the target first and then
/// renamed over it. Throws EngineError (FileUnwritable, DiskFull) naming the file.
void writeSafetensors(const std::filesystem::path& path, std::span<const TensorView> tensors);

/// What a stream writer has to know of an array before its bytes come.
struct TensorSpec {
    std::string name;
    DType dtype = DType::Float32;
    std::vector<std::int64_t> shape;
};

/// Where the data begins: on a multiple of this, as the kernels want packed weights.
inline constexpr std::size_t kSafetensorsAlignment = 64;

/// Writes a safetensors file piece by piece, for checkpoints larger than memory. The target appears with finish();
/// without it nothing stays behind. One thread. Throws EngineError as writeSafetensors does.
class SafetensorsStreamWriter {
public:
    SafetensorsStreamWriter(const std::filesystem::path& path, std::span<const TensorSpec> tensors,
                            const std::map<std::string, std::string>& metadata = {});

    /// The next bytes, in the order in which the tensors were declared; a piece may end anywhere.
    void append(std::span<const std::byte> bytes);
    /// Brings what was appended so far to the disk, so that finish() has little left to wait for.
    void flush() { m_file.flush(); }
    /// Every declared byte must have been appended.
    void finish();

private:
    std::filesystem::path m_path;
    std::uint64_t m_bytesLeft = 0;
    files::AtomicFile m_file;
};

} // namespace parley::checkpoint
