// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fixtures.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace parley::test {

/// Puts pickles together by hand, with nothing in the way of wrong ones.
class PickleAssembler {
public:
    explicit PickleAssembler(int protocol = 2) : m_bytes("\x80") { m_bytes += static_cast<char>(protocol); }

    PickleAssembler& raw(std::string_view bytes) {
        m_bytes += bytes;
        return *this;
    }
    PickleAssembler& text(std::string_view text) { return raw("X").raw(littleEndian(text.size(), 4)).raw(text); }
    PickleAssembler& integer(std::int64_t number) {
        return raw("\x8a\x08").raw(littleEndian(static_cast<std::uint64_t>(number), 8));
    }
    PickleAssembler& global(std::string_view module, std::string_view name) {
        return raw("c").raw(module).raw("\n").raw(name).raw("\n");
    }
    PickleAssembler& tuple(const std::vector<std::int64_t>& numbers) {
        raw("(");
        for (const std::int64_t number : numbers) {
            integer(number);
        }
        return raw("t");
    }
    PickleAssembler& storage(std::string_view type, std::string_view key, std::int64_t count) {
        raw("(").text("storage").global("torch", type).text(key).text("cpu").integer(count);
        return raw("tQ");
    }
    /// A tensor of float32 in storage "0" of that many elements.
    PickleAssembler& tensor(std::int64_t storageCount, std::int64_t offset, const std::vector<std::int64_t>& shape,
                            const std::vector<std::int64_t>& strides) {
        global("torch._utils", "_rebuild_tensor_v2").raw("(").storage("FloatStorage", "0", storageCount);
        integer(offset).tuple(shape).tuple(strides).raw("\x89");
        return global("collections", "OrderedDict").raw(")RtR");
    }
    [[nodiscard]] std::string stop() const { return m_bytes + "."; }

private:
    std::string m_bytes;
};

} // namespace parley::test
