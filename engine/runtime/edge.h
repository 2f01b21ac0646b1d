// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"

#include <type_traits>
#include <utility>
#include <variant>

namespace parley::runtime {

/// What the exception being handled means to a user. Only inside a catch block.
[[nodiscard]] Error errorFromCurrentException();

/// Runs `work` and turns what it throws into an Error: the one place where exceptions end.
template <typename Work>
[[nodiscard]] auto atEdge(Work&& work) {
    using Value = std::invoke_result_t<Work>;
    if constexpr (std::is_void_v<Value>) {
        try {
            std::forward<Work>(work)();
            return Result<std::monostate>(std::monostate{});
        } catch (...) {
            return Result<std::monostate>(errorFromCurrentException());
        }
    } else {
        try {
            return Result<Value>(std::forward<Work>(work)());
        } catch (...) {
            return Result<Value>(errorFromCurrentException());
        }
    }
}

} // namespace parley::runtime
