// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/tensor_source.h"

#include <cstring>
#include <memory>
#include <utility>

namespace parley::benchmarks {

/// What makes large language models hard to quantise, planted into a float32 checkpoint.
enum class Outliers {
    None,
    Channels, ///< in every 256th channel, what the decoder's norms let through is 50 times as large
    Columns,  ///< in every 256th input of the decoder's matrices, all weights are 50 times as large
};

class OutlierSource final : public checkpoint::TensorSource {
public:
    OutlierSource(std::unique_ptr<checkpoint::TensorSource> base, Outliers kind)
        : m_base(std::move(base)), m_kind(kind) {}

    [[nodiscard]] const std::vector<checkpoint::TensorInfo>& tensors() const noexcept override {
        return m_base->tensors();
    }
    [[nodiscard]] const std::filesystem::path& path() const noexcept override { return m_base->path(); }
    [[nodiscard]] const nlohmann::json& metadata() const noexcept override { return m_base->metadata(); }
    [[nodiscard]] std::vector<std::filesystem::path> files() const override { return {}; }

    void read(const checkpoint::TensorInfo& tensor, std::uint64_t offset, std::span<std::byte> out) const override {
        m_base->read(tensor, offset, out);
        if (!isPlanted(tensor)) {
            return;
        }
        const auto width = static_cast<std::uint64_t>(tensor.shape.back());
        for (std::size_t done = 0; done < out.size(); done += sizeof(float)) {
            if ((offset + done) / sizeof(float) % width % kEvery == 0) {
                float value = 0;
                std::memcpy(&value, out.data() + done, sizeof(float));
                value *= kFactor;
                std::memcpy(out.data() + done, &value, sizeof(float));
            }
        }
    }

private:
    static constexpr std::uint64_t kEvery = 256;
    static constexpr float kFactor = 50.0F;

    [[nodiscard]] bool isPlanted(const checkpoint::TensorInfo& tensor) const {
        if (tensor.dtype != checkpoint::DType::Float32 || tensor.name.find("decoder.layers.") == std::string::npos) {
            return false;
        }
        return m_kind == Outliers::Channels ? tensor.shape.size() == 1
                                            : m_kind == Outliers::Columns && tensor.name.ends_with("_proj.weight");
    }

    std::unique_ptr<checkpoint::TensorSource> m_base;
    Outliers m_kind;
};

} // namespace parley::benchmarks
