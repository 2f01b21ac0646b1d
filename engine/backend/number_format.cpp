// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/number_format.h"

namespace parley::backend {

std::string_view name(NumberFormat format) noexcept {
    switch (format) {
    case NumberFormat::Float32:
        return "float32";
    case NumberFormat::Float16:
        return "float16";
    case NumberFormat::Bfloat16:
        return "bfloat16";
    case NumberFormat::Int8:
        return "int8";
    case NumberFormat::Int4:
        return "int4";
    }
    return "float32";
}

std::optional<NumberFormat> numberFormat(std::string_view given) noexcept {
    for (const NumberFormat format : {NumberFormat::Float32, NumberFormat::Float16, NumberFormat::Bfloat16,
                                      NumberFormat::Int8, NumberFormat::Int4}) {
        if (name(format) == given) {
            return format;
        }
    }
    return std::nullopt;
}

} // namespace parley::backend
