// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/tensor_source.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace parley::checkpoint {

/// One number format and what it is called: by people (and torch), in safetensors headers, in torch's pickles.
struct DTypeRow {
    DType dtype;
    std::size_t bytes;
    std::string_view name;
    std::string_view safetensorsCode;
    std::string_view torchStorage;
};

/// In the order of the enumeration, so that a DType is its own index.
inline constexpr std::array<DTypeRow, 10> kDTypes{{
    {DType::Float64, 8, "float64", "F64", "DoubleStorage"},
    {DType::Float32, 4, "float32", "F32", "FloatStorage"},
    {DType::Float16, 2, "float16", "F16", "HalfStorage"},
    {DType::BFloat16, 2, "bfloat16", "BF16", "BFloat16Storage"},
    {DType::Int64, 8, "int64", "I64", "LongStorage"},
    {DType::Int32, 4, "int32", "I32", "IntStorage"},
    {DType::Int16, 2, "int16", "I16", "ShortStorage"},
    {DType::Int8, 1, "int8", "I8", "CharStorage"},
    {DType::UInt8, 1, "uint8", "U8", "ByteStorage"},
    {DType::Bool, 1, "bool", "BOOL", "BoolStorage"},
}};

[[nodiscard]] constexpr const DTypeRow& dtypeRow(DType dtype) noexcept {
    return kDTypes[static_cast<std::size_t>(dtype)];
}

/// The row whose `column` reads `text`, e.g. findDType(&DTypeRow::safetensorsCode, "F32"); nullptr if there is none.
[[nodiscard]] constexpr const DTypeRow* findDType(std::string_view DTypeRow::* column, std::string_view text) noexcept {
    for (const DTypeRow& row : kDTypes) {
        if (row.*column == text) {
            return &row;
        }
    }
    return nullptr;
}

} // namespace parley::checkpoint
