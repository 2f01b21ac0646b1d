// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/safetensors_writer.h"
#include "checkpoint/tensor_source.h"
#include "files/write_target.h"
#include "parley/codec.h"
#include "runtime/edge.h"

#include <cstring>

namespace parley {

namespace {

using checkpoint::DType;

constexpr std::uint64_t kMostCodeBytes = std::uint64_t{64} << 20U;

template <typename Integer>
std::vector<std::int64_t> widen(std::span<const std::byte> bytes) {
    std::vector<std::int64_t> values(bytes.size() / sizeof(Integer));
    for (std::size_t i = 0; i < values.size(); ++i) {
        Integer value = 0;
        std::memcpy(&value, bytes.data() + i * sizeof(Integer), sizeof(Integer));
        values[i] = static_cast<std::int64_t>(value);
    }
    return values;
}

std::vector<std::int64_t> widen(std::span<const std::byte> bytes, DType dtype, const std::filesystem::path& subject) {
    switch (dtype) {
    case DType::Int64:
        return widen<std::int64_t>(bytes);
    case DType::Int32:
        return widen<std::int32_t>(bytes);
    case DType::Int16:
        return widen<std::int16_t>(bytes);
    default:
        throw EngineError(ErrorCode::OptionInvalid, subject,
                          verbatim("holds " + std::string(checkpoint::name(dtype)) + " where whole numbers should be"),
                          verbatim("store codes as int64"));
    }
}

Codes readMatrix(const std::filesystem::path& path, const std::string& key) {
    const auto source = checkpoint::openTensorFile(path);
    const checkpoint::TensorInfo* tensor = source->find(key);
    if (tensor == nullptr || tensor->shape.size() != 2 || tensor->shape[1] < 1 || tensor->byteCount > kMostCodeBytes) {
        throw EngineError(
            ErrorCode::OptionInvalid, path, verbatim("has no matrix '" + key + "'"),
            verbatim("it should hold '" + key + "' [rows, channels], as say --codes and encode write it"));
    }
    std::vector<std::byte> bytes(tensor->byteCount);
    source->read(*tensor, 0, bytes);
    return {widen(bytes, tensor->dtype, path), tensor->shape[1]};
}

checkpoint::TensorView viewOf(const std::string& name, const Codes& codes) {
    return {name, DType::Int64, {codes.frames(), codes.channels}, std::as_bytes(std::span(codes.values))};
}

} // namespace

Result<Codes> readCodes(const std::filesystem::path& path, const std::string& key) {
    return runtime::atEdge([&] { return readMatrix(path, key); });
}

Result<std::monostate> checkCodesTarget(const std::filesystem::path& path) {
    return runtime::atEdge([&] { files::checkWritable(path, ErrorCode::FileUnwritable); });
}

Result<std::monostate> writeCodes(const std::filesystem::path& path, const Codes& codes,
                                  const std::optional<Codes>& tokens) {
    return runtime::atEdge([&] {
        std::vector<checkpoint::TensorView> views{viewOf("codes", codes)};
        if (tokens) {
            views.push_back(viewOf("tokens", *tokens));
        }
        checkpoint::writeSafetensors(path, views);
    });
}

} // namespace parley
