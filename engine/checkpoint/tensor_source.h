// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parley::checkpoint {

enum class DType { Float64, Float32, Float16, BFloat16, Int64, Int32, Int16, Int8, UInt8, Bool };

[[nodiscard]] std::size_t byteSize(DType dtype) noexcept;
[[nodiscard]] std::string_view name(DType dtype) noexcept; ///< "float32", "bfloat16", …

/// One named array of a checkpoint; row-major and contiguous. Sizes were checked against the file when it was opened.
struct TensorInfo {
    std::string name;
    DType dtype = DType::Float32;
    std::vector<std::int64_t> shape;
    std::uint64_t byteCount = 0;
};

/// The tensors of a checkpoint, wherever they lie. Opening reads names and shapes only.
class TensorSource {
public:
    TensorSource() = default;
    TensorSource(const TensorSource&) = delete;
    TensorSource& operator=(const TensorSource&) = delete;
    virtual ~TensorSource() = default;

    /// Sorted by name; names are unique.
    [[nodiscard]] virtual const std::vector<TensorInfo>& tensors() const noexcept = 0;

    /// Copies the bytes [offset, offset + out.size()) of a tensor, as they lie in the file. Any thread, also at once.
    /// Throws EngineError (CheckpointCorrupt) when the file ends early or can't be read, naming file and tensor.
    virtual void read(const TensorInfo& tensor, std::uint64_t offset, std::span<std::byte> out) const = 0;

    /// What a tensor is held in, where that is smaller than what it reads as.
    struct Held {
        std::string_view format; ///< as name() says it
        std::uint64_t byteCount = 0;
    };
    [[nodiscard]] virtual Held heldAs(const TensorInfo& tensor) const { return {name(tensor.dtype), tensor.byteCount}; }

    /// What to call it in messages: the file, or the folder of a sharded checkpoint.
    [[nodiscard]] virtual const std::filesystem::path& path() const noexcept = 0;

    /// The plain values beside the tensors, always an object: `__metadata__` of a safetensors file, `metadata` of a
    /// shard index, or what a torch file's top-level mapping holds besides tensors (numbers, strings, lists, mappings).
    [[nodiscard]] virtual const nlohmann::json& metadata() const noexcept;

    /// The files that it is read from; none if its values are made up.
    [[nodiscard]] virtual std::vector<std::filesystem::path> files() const { return {path()}; }

    /// nullptr if there is no tensor of that name.
    [[nodiscard]] const TensorInfo* find(std::string_view name) const noexcept;
};

/// Opens one file by its content (not its name): safetensors, or torch's zip format (`.pth`, `pytorch_model.bin`).
/// Throws EngineError: ModelNotFound, CheckpointCorrupt, UnsupportedLayout.
[[nodiscard]] std::unique_ptr<TensorSource> openTensorFile(const std::filesystem::path& path);

/// Opens a sharded checkpoint by its `*.safetensors.index.json`. Throws EngineError as above; a shard that is absent
/// is named, an index that names a path outside its own folder is refused.
[[nodiscard]] std::unique_ptr<TensorSource> openShardIndex(const std::filesystem::path& indexPath);

} // namespace parley::checkpoint
