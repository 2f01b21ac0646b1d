// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/pickle_tensor.h"

#include "checkpoint/checked_math.h"
#include "checkpoint/dtype_table.h"
#include "checkpoint/reader_errors.h"

#include <algorithm>
#include <optional>
#include <string>

namespace parley::checkpoint {
namespace {

/// Sizes or strides: a tuple (torch.Size is one) or a list of whole numbers that are not negative.
std::optional<std::vector<std::int64_t>> dimensions(const PickleTree& tree, PickleRef ref) {
    const auto* tuple = tree.get<PickleTuple>(ref);
    const auto* list = tree.get<PickleList>(ref);
    if (tuple == nullptr && list == nullptr) {
        return std::nullopt;
    }
    const std::vector<PickleRef>& items = tuple != nullptr ? tuple->items : list->items;
    std::vector<std::int64_t> numbers;
    for (const PickleRef item : items) {
        const auto* number = tree.get<std::int64_t>(item);
        if (number == nullptr || *number < 0 || numbers.size() == kMaxRank) {
            return std::nullopt;
        }
        numbers.push_back(*number);
    }
    return numbers;
}

/// One past the last element that the tensor touches, counted from the storage's first; nullopt if 64 bits don't do.
std::optional<std::uint64_t> endElement(const PickleTensor& tensor) {
    std::optional<std::uint64_t> last = tensor.offset;
    for (std::size_t i = 0; i < tensor.shape.size() && last; ++i) {
        if (tensor.shape[i] == 0) {
            return tensor.offset; // No elements at all.
        }
        const auto step = checkedMultiply(static_cast<std::uint64_t>(tensor.shape[i] - 1),
                                          static_cast<std::uint64_t>(tensor.strides[i]));
        last = step ? checkedAdd(*last, *step) : std::nullopt;
    }
    return last ? checkedAdd(*last, 1) : std::nullopt;
}

void requireWithinStorage(const PickleTensor& tensor, const std::filesystem::path& path) {
    if (tensor.shape.size() != tensor.strides.size()) {
        throwCorrupt(path, "a tensor has not as many strides as dimensions");
    }
    const auto storageBytes = checkedMultiply(tensor.storage.elementCount, byteSize(tensor.storage.dtype));
    const auto end = endElement(tensor);
    const auto endBytes = end ? checkedMultiply(*end, byteSize(tensor.dtype)) : std::nullopt;
    const auto tensorBytes = arrayBytes(tensor.shape, byteSize(tensor.dtype));
    if (!storageBytes || !tensorBytes || !endBytes || *endBytes > *storageBytes) {
        throwCorrupt(path, "a tensor reaches beyond the numbers that are stored for it");
    }
    // A stride of 0 repeats values: a few bytes could claim to be an array larger than any memory.
    if (*tensorBytes > *storageBytes) {
        throwUnsupported(path, "a tensor is larger than the numbers that are stored for it");
    }
}

/// Version 3 names the dtype itself: its storages are plain bytes.
DType ownDType(const PickleTree& tree, PickleRef ref, const std::filesystem::path& path) {
    const auto* name = tree.get<std::string>(ref);
    if (name == nullptr) {
        throwCorrupt(path, "a tensor has no readable dtype");
    }
    const DTypeRow* row = findDType(&DTypeRow::name, *name);
    if (row == nullptr) {
        throwUnsupported(path, "a tensor holds numbers of the kind " + inQuotes(*name) + ", which can't be read here");
    }
    return row->dtype;
}

/// Lazily negated or conjugated tensors are marked in a mapping after the other arguments.
void requireNoMarks(const PickleTree& tree, std::span<const PickleRef> marks, const std::filesystem::path& path) {
    const bool plain = std::all_of(marks.begin(), marks.end(), [&](PickleRef ref) {
        const auto* dict = tree.get<PickleDict>(ref);
        return tree.get<PickleNone>(ref) != nullptr || (dict != nullptr && dict->entries.empty());
    });
    if (!plain) {
        throwUnsupported(path, "a tensor is stored negated or conjugated");
    }
}

} // namespace

PickleTensor rebuildTensor(const PickleTree& tree, PickleCallable version, std::span<const PickleRef> arguments,
                           const std::filesystem::path& path) {
    const bool isV3 = version == PickleCallable::RebuildTensorV3;
    const std::size_t needed = isV3 ? 7 : version == PickleCallable::RebuildTensorV2 ? 6 : 4;
    const auto* storage = arguments.empty() ? nullptr : tree.get<PickleStorage>(arguments[0]);
    if (arguments.size() < needed || arguments.size() > needed + 1 || storage == nullptr) {
        throwCorrupt(path, "a tensor is not described as torch does it");
    }
    const auto* offset = tree.get<std::int64_t>(arguments[1]);
    auto shape = dimensions(tree, arguments[2]);
    auto strides = dimensions(tree, arguments[3]);
    if (offset == nullptr || *offset < 0 || !shape || !strides) {
        throwCorrupt(path, "a tensor has a size, a stride or an offset that is not possible");
    }
    requireNoMarks(tree, arguments.subspan(needed), path);
    PickleTensor tensor;
    tensor.storage = *storage;
    tensor.dtype = isV3 ? ownDType(tree, arguments[6], path) : storage->dtype;
    tensor.offset = static_cast<std::uint64_t>(*offset);
    tensor.shape = *std::move(shape);
    tensor.strides = *std::move(strides);
    requireWithinStorage(tensor, path);
    return tensor;
}

} // namespace parley::checkpoint
