// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/tensor_source.h"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace parley::checkpoint {

/// The number of a value in its PickleTree. Values refer to each other by number, so cycles need no care, and a deeply
/// nested tree is destroyed without recursion.
using PickleRef = std::uint32_t;

struct PickleNone {};

/// Something harmless that no checkpoint's reader needs: bytes, sets, integers of more than 64 bits.
struct PickleOpaque {
    std::string_view kind;
};

struct PickleList {
    std::vector<PickleRef> items;
};

struct PickleTuple {
    std::vector<PickleRef> items;
};

/// dict and collections.OrderedDict. A key that was set twice is in it twice.
struct PickleDict {
    std::vector<std::pair<PickleRef, PickleRef>> entries;
};

/// The classes and functions that may be named at all; see pickle_calls.h.
enum class PickleCallable {
    OrderedDict,
    Set,
    EncodeBytes,
    Size,
    RebuildTensor,
    RebuildTensorV2,
    RebuildTensorV3,
    RebuildParameter,
    RebuildParameterWithState,
    StorageClass,
};

struct PickleGlobal {
    PickleCallable callable = PickleCallable::OrderedDict;
    DType dtype = DType::UInt8; ///< of a storage class
    std::string name;           ///< for messages: "torch.FloatStorage"
};

/// A block of numbers, kept in a file of its own beside the pickle.
struct PickleStorage {
    DType dtype = DType::UInt8;
    std::string key;
    std::uint64_t elementCount = 0;
};

/// A view of a storage; offset and strides count elements of `dtype`.
struct PickleTensor {
    PickleStorage storage;
    DType dtype = DType::UInt8;
    std::uint64_t offset = 0;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides;
};

using PickleValue = std::variant<PickleNone, bool, std::int64_t, double, std::string, PickleOpaque, PickleList,
                                 PickleTuple, PickleDict, PickleGlobal, PickleStorage, PickleTensor>;

/// Everything a pickle built, and which of it is the result.
struct PickleTree {
    std::deque<PickleValue> values;
    PickleRef root = 0;

    /// nullptr if the value is of another kind.
    template <typename T>
    [[nodiscard]] const T* get(PickleRef ref) const noexcept {
        return std::get_if<T>(&values[ref]);
    }
};

} // namespace parley::checkpoint
