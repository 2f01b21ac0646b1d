// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/torch_state_dict.h"

#include "checkpoint/reader_errors.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace parley::checkpoint {
namespace {

using Json = nlohmann::json;

constexpr std::array<std::string_view, 4> kWrappers{"state_dict", "model_state_dict", "model", "module"};

const PickleDict* findDict(const PickleTree& tree, const PickleDict& dict, std::string_view key) {
    for (const auto& [keyRef, valueRef] : dict.entries) {
        const auto* name = tree.get<std::string>(keyRef);
        if (name != nullptr && *name == key) {
            return tree.get<PickleDict>(valueRef);
        }
    }
    return nullptr;
}

std::map<std::string, const PickleTensor*> tensorsOf(const PickleTree& tree, const PickleDict& dict,
                                                     const std::filesystem::path& path) {
    std::map<std::string, const PickleTensor*> tensors;
    for (const auto& [key, value] : dict.entries) {
        const auto* name = tree.get<std::string>(key);
        const auto* tensor = tree.get<PickleTensor>(value);
        if (name != nullptr && tensor != nullptr && !tensors.emplace(*name, tensor).second) {
            throwCorrupt(path, "the tensor " + inQuotes(*name) + " is in it twice");
        }
    }
    return tensors;
}

/// Turns pickled values into JSON. A pickle can refer to one large value many times, and to itself: so depth, number
/// and bytes of what is written out are limited, and the rest is left out.
class JsonBuilder {
public:
    explicit JsonBuilder(const PickleTree& tree) : m_tree(tree) {}

    Json mapping(const PickleDict& dict, int depth) {
        Json object = Json::object();
        for (const auto& [key, value] : dict.entries) {
            const auto* name = m_tree.get<std::string>(key);
            auto plain = name != nullptr && spend(*name) ? build(value, depth + 1) : std::nullopt;
            if (plain) {
                object[*name] = *std::move(plain);
            }
        }
        return object;
    }

private:
    static constexpr int kMaxDepth = 32;
    static constexpr std::size_t kMaxValues = 100'000;
    static constexpr std::size_t kMaxTextBytes = std::size_t{1} << 20;

    /// nullopt for what JSON has no word for, and for what goes too far.
    std::optional<Json> build(PickleRef ref, int depth) {
        if (depth > kMaxDepth || m_values == kMaxValues) {
            return std::nullopt;
        }
        ++m_values;
        if (m_tree.get<PickleNone>(ref) != nullptr) {
            return Json(nullptr);
        }
        if (const auto* flag = m_tree.get<bool>(ref)) {
            return Json(*flag);
        }
        if (const auto* number = m_tree.get<std::int64_t>(ref)) {
            return Json(*number);
        }
        if (const auto* number = m_tree.get<double>(ref)) {
            return Json(*number);
        }
        if (const auto* string = m_tree.get<std::string>(ref)) {
            return spend(*string) ? std::optional<Json>(*string) : std::nullopt;
        }
        if (const auto* list = m_tree.get<PickleList>(ref)) {
            return array(list->items, depth);
        }
        if (const auto* tuple = m_tree.get<PickleTuple>(ref)) {
            return array(tuple->items, depth);
        }
        if (const auto* dict = m_tree.get<PickleDict>(ref)) {
            return mapping(*dict, depth);
        }
        return std::nullopt;
    }

    Json array(const std::vector<PickleRef>& items, int depth) {
        Json array = Json::array();
        for (const PickleRef item : items) {
            if (auto plain = build(item, depth + 1)) {
                array.push_back(*std::move(plain));
            }
        }
        return array;
    }

    /// Whether there is room for this text too.
    bool spend(const std::string& string) {
        const bool fits = string.size() <= kMaxTextBytes - m_textBytes;
        m_textBytes += fits ? string.size() : 0;
        return fits;
    }

    const PickleTree& m_tree;
    std::size_t m_values = 0;
    std::size_t m_textBytes = 0;
};

} // namespace

std::map<std::string, const PickleTensor*> findStateDict(const PickleTree& tree, const std::filesystem::path& path) {
    std::map<std::string, const PickleTensor*> tensors;
    if (const auto* root = tree.get<PickleDict>(tree.root)) {
        tensors = tensorsOf(tree, *root, path);
        for (const std::string_view wrapper : kWrappers) {
            const PickleDict* inner = tensors.empty() ? findDict(tree, *root, wrapper) : nullptr;
            if (inner != nullptr) {
                tensors = tensorsOf(tree, *inner, path);
            }
        }
    }
    if (tensors.empty()) {
        throwUnsupported(path, "the file holds no tensors with names");
    }
    return tensors;
}

Json collectMetadata(const PickleTree& tree) {
    const auto* root = tree.get<PickleDict>(tree.root);
    if (root == nullptr) {
        return Json::object();
    }
    const Json values = JsonBuilder(tree).mapping(*root, 0);
    // Pickled texts need not be UTF-8; what others do with JSON needs it.
    return Json::parse(values.dump(-1, ' ', false, Json::error_handler_t::replace));
}

} // namespace parley::checkpoint
