// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/tensor_source.h"

#include <cmath>
#include <cstring>
#include <memory>
#include <string>
#include <utility>

namespace parley::benchmarks {

/// What is done to a float32 checkpoint in transformers' layout, whose values are random, while it is read.
enum class Planted {
    Nothing,
    /// The queries' weights are divided by √(head dimension). The network doesn't scale its scores; with plain random
    /// weights they are so far apart that attention picks one key, and the least rounding makes it pick another one.
    CalmAttention,
    Channels, ///< that, and in every 256th channel what the decoder's norms let through is 50 times as large
    Columns,  ///< that, and in every 256th input of the decoder's matrices all weights are 50 times as large
};

class PlantedSource final : public checkpoint::TensorSource {
public:
    PlantedSource(std::unique_ptr<checkpoint::TensorSource> base, Planted kind, std::int64_t headDim)
        : m_base(std::move(base)), m_kind(kind), m_calm(1.0F / std::sqrt(static_cast<float>(headDim))) {}

    [[nodiscard]] const std::vector<checkpoint::TensorInfo>& tensors() const noexcept override {
        return m_base->tensors();
    }
    [[nodiscard]] const std::filesystem::path& path() const noexcept override { return m_base->path(); }
    [[nodiscard]] const nlohmann::json& metadata() const noexcept override { return m_base->metadata(); }
    [[nodiscard]] std::vector<std::filesystem::path> files() const override { return {}; }

    void read(const checkpoint::TensorInfo& tensor, std::uint64_t offset, std::span<std::byte> out) const override {
        m_base->read(tensor, offset, out);
        if (m_kind == Planted::Nothing || tensor.dtype != checkpoint::DType::Float32) {
            return;
        }
        const bool isQuery = tensor.name.ends_with(".q_proj.weight");
        const bool isPlanted = tensor.name.find("decoder.layers.") != std::string::npos &&
                               (m_kind == Planted::Channels  ? tensor.shape.size() == 1
                                : m_kind == Planted::Columns ? tensor.name.ends_with("_proj.weight")
                                                             : false);
        const auto width = static_cast<std::uint64_t>(tensor.shape.back());
        for (std::size_t done = 0; (isQuery || isPlanted) && done < out.size(); done += sizeof(float)) {
            float value = 0;
            std::memcpy(&value, out.data() + done, sizeof(float));
            value *= isQuery ? m_calm : 1.0F;
            value *= isPlanted && (offset + done) / sizeof(float) % width % kEvery == 0 ? kFactor : 1.0F;
            std::memcpy(out.data() + done, &value, sizeof(float));
        }
    }

private:
    static constexpr std::uint64_t kEvery = 256;
    static constexpr float kFactor = 50.0F;

    std::unique_ptr<checkpoint::TensorSource> m_base;
    Planted m_kind;
    float m_calm;
};

} // namespace parley::benchmarks
