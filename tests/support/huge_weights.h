// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/tensor_source.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <string>

namespace parley::test {

/// A checkpoint some of whose float32 tensors are so large that sums of them run over.
class HugeWeights final : public checkpoint::TensorSource {
public:
    HugeWeights(std::shared_ptr<const checkpoint::TensorSource> source, std::function<bool(const std::string&)> isMeant)
        : m_source(std::move(source)), m_isMeant(std::move(isMeant)) {}

    [[nodiscard]] const std::vector<checkpoint::TensorInfo>& tensors() const noexcept override {
        return m_source->tensors();
    }
    [[nodiscard]] const std::filesystem::path& path() const noexcept override { return m_source->path(); }
    void read(const checkpoint::TensorInfo& tensor, std::uint64_t offset, std::span<std::byte> out) const override {
        m_source->read(tensor, offset, out);
        if (m_isMeant(tensor.name)) {
            constexpr float kHuge = 3e38F;
            std::fill_n(reinterpret_cast<float*>(out.data()), out.size() / sizeof(float), kHuge);
        }
    }

private:
    std::shared_ptr<const checkpoint::TensorSource> m_source;
    std::function<bool(const std::string&)> m_isMeant;
};

} // namespace parley::test
