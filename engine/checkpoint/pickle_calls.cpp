// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/pickle_calls.h"

#include "checkpoint/checked_math.h"
#include "checkpoint/dtype_table.h"
#include "checkpoint/pickle_tensor.h"
#include "checkpoint/reader_errors.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace parley::checkpoint {
namespace {

struct AllowedName {
    std::string_view name;
    PickleCallable callable;
};

// Whatever is added here must stay free of side effects.
constexpr std::array kAllowedNames{
    AllowedName{"collections.OrderedDict", PickleCallable::OrderedDict},
    AllowedName{"torch._utils._rebuild_tensor", PickleCallable::RebuildTensor},
    AllowedName{"torch._utils._rebuild_tensor_v2", PickleCallable::RebuildTensorV2},
    AllowedName{"torch._utils._rebuild_tensor_v3", PickleCallable::RebuildTensorV3},
    AllowedName{"torch._utils._rebuild_parameter", PickleCallable::RebuildParameter},
    AllowedName{"torch._utils._rebuild_parameter_with_state", PickleCallable::RebuildParameterWithState},
    AllowedName{"torch.Size", PickleCallable::Size},
    AllowedName{"torch.storage.UntypedStorage",
                PickleCallable::StorageClass}, // Plain bytes, as the default dtype says.
    AllowedName{"torch.storage.TypedStorage", PickleCallable::StorageClass},
    // How sets and bytes look in protocol 2, under Python 3's names and Python 2's.
    AllowedName{"builtins.set", PickleCallable::Set},
    AllowedName{"builtins.frozenset", PickleCallable::Set},
    AllowedName{"__builtin__.set", PickleCallable::Set},
    AllowedName{"__builtin__.frozenset", PickleCallable::Set},
    AllowedName{"_codecs.encode", PickleCallable::EncodeBytes},
};

// dtypes that torch has and DType has not: allowed as names, refused once a tensor has one.
constexpr std::array<std::string_view, 10> kFurtherDTypes{
    "complex64", "complex128", "uint16",        "uint32",      "uint64",
    "quint8",    "qint8",      "float8_e4m3fn", "float8_e5m2", "complex32",
};

constexpr std::string_view kTorch = "torch.";
constexpr std::size_t kMaxKeyBytes = 64; // Keys are short numbers.

[[noreturn]] void throwForbidden(std::string_view name, const std::filesystem::path& path) {
    throw EngineError(ErrorCode::UnsupportedLayout, path,
                      phrase("the file wants to run %1; nothing was run", printable(name)),
                      phrase("take the safetensors version of this model, and only use files from people you trust"));
}

bool isDType(std::string_view name) {
    return findDType(&DTypeRow::name, name) != nullptr ||
           std::find(kFurtherDTypes.begin(), kFurtherDTypes.end(), name) != kFurtherDTypes.end();
}

// Results hold little, whatever the arguments hold: a pickle can repeat a call with the same large arguments endlessly.

PickleDict buildDict(std::span<const PickleRef> arguments, const std::filesystem::path& path) {
    if (!arguments.empty()) {
        throwCorrupt(path, "a mapping is not described as torch does it");
    }
    return {};
}

PickleTensor unwrapParameter(const PickleTree& tree, std::span<const PickleRef> arguments,
                             const std::filesystem::path& path) {
    const auto* tensor = arguments.empty() ? nullptr : tree.get<PickleTensor>(arguments[0]);
    if (tensor == nullptr) {
        throwCorrupt(path, "a parameter is described without its tensor");
    }
    return *tensor;
}

PickleTuple buildSize(const PickleTree& tree, std::span<const PickleRef> arguments, const std::filesystem::path& path) {
    const auto* sizes = arguments.size() == 1 ? tree.get<PickleTuple>(arguments[0]) : nullptr;
    if (sizes == nullptr || sizes->items.size() > kMaxRank) {
        throwCorrupt(path, "a torch.Size is not described as torch does it");
    }
    return *sizes;
}

} // namespace

PickleValue resolvePickleGlobal(std::string_view module, std::string_view name, const std::filesystem::path& path) {
    const std::string full = std::string(module) + "." + std::string(name);
    const auto allowed = std::find_if(kAllowedNames.begin(), kAllowedNames.end(),
                                      [&](const AllowedName& candidate) { return candidate.name == full; });
    if (allowed != kAllowedNames.end()) {
        return PickleGlobal{allowed->callable, DType::UInt8, full};
    }
    if (full.starts_with(kTorch)) {
        const std::string_view inTorch = std::string_view(full).substr(kTorch.size());
        if (const DTypeRow* row = findDType(&DTypeRow::torchStorage, inTorch)) {
            return PickleGlobal{PickleCallable::StorageClass, row->dtype, full};
        }
        if (isDType(inTorch)) {
            return std::string(inTorch);
        }
    }
    throwForbidden(full, path);
}

PickleValue callPickleGlobal(const PickleTree& tree, PickleRef callee, PickleRef arguments,
                             const std::filesystem::path& path) {
    const auto* global = tree.get<PickleGlobal>(callee);
    const auto* tuple = tree.get<PickleTuple>(arguments);
    if (global == nullptr || tuple == nullptr) {
        throwCorrupt(path, "the pickle inside wants to call something that is not a function");
    }
    switch (global->callable) {
    case PickleCallable::OrderedDict:
        return buildDict(tuple->items, path);
    case PickleCallable::Set:
        return PickleOpaque{"set"};
    case PickleCallable::EncodeBytes:
        return PickleOpaque{"bytes"};
    case PickleCallable::Size:
        return buildSize(tree, tuple->items, path);
    case PickleCallable::RebuildTensor:
    case PickleCallable::RebuildTensorV2:
    case PickleCallable::RebuildTensorV3:
        return rebuildTensor(tree, global->callable, tuple->items, path);
    case PickleCallable::RebuildParameter:
    case PickleCallable::RebuildParameterWithState:
        return unwrapParameter(tree, tuple->items, path);
    case PickleCallable::StorageClass:
        break; // Named in storage references only, never called.
    }
    throwForbidden(global->name, path);
}

PickleStorage resolvePickleStorage(const PickleTree& tree, PickleRef id, const std::filesystem::path& path) {
    const auto* fields = tree.get<PickleTuple>(id);
    if (fields != nullptr && fields->items.size() == 5) {
        const auto* kind = tree.get<std::string>(fields->items[0]);
        const auto* type = tree.get<PickleGlobal>(fields->items[1]);
        const auto* key = tree.get<std::string>(fields->items[2]);
        const auto* count = tree.get<std::int64_t>(fields->items[4]);
        const bool valid = kind != nullptr && *kind == "storage" && type != nullptr &&
                           type->callable == PickleCallable::StorageClass && key != nullptr && count != nullptr &&
                           *count >= 0 && key->size() <= kMaxKeyBytes;
        if (valid) {
            return {type->dtype, *key, static_cast<std::uint64_t>(*count)};
        }
    }
    throwCorrupt(path, "the pickle inside refers to its numbers in a way that torch doesn't");
}

} // namespace parley::checkpoint
