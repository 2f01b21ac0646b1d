// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/quantized_source.h"

#include "checkpoint/reader_errors.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <utility>
#include <vector>

namespace parley::checkpoint {

namespace {

constexpr std::string_view kInt8 = "int8";
constexpr std::string_view kInt4 = "int4";

std::string scaleOf(const std::string& name) {
    return name + std::string(kScaleSuffix);
}

float widen(std::uint16_t half) {
    return std::bit_cast<float>(std::uint32_t{half} << 16U);
}

class QuantizedSource final : public TensorSource {
public:
    explicit QuantizedSource(std::unique_ptr<TensorSource> source)
        : m_source(std::move(source)), m_isInt8(quantizedFormat(*m_source) == kInt8) {
        for (const TensorInfo& tensor : m_source->tensors()) {
            if (const TensorInfo* const scale = m_source->find(scaleOf(tensor.name))) {
                m_tensors.push_back(readsAs(tensor, *scale));
            } else if (!isScale(tensor.name)) {
                m_tensors.push_back(tensor);
            }
        }
    }

    [[nodiscard]] const std::vector<TensorInfo>& tensors() const noexcept override { return m_tensors; }
    [[nodiscard]] const std::filesystem::path& path() const noexcept override { return m_source->path(); }
    [[nodiscard]] const nlohmann::json& metadata() const noexcept override { return m_source->metadata(); }
    [[nodiscard]] std::vector<std::filesystem::path> files() const override { return m_source->files(); }

    [[nodiscard]] Held heldAs(const TensorInfo& tensor) const override {
        const TensorInfo* const scale = m_source->find(scaleOf(tensor.name));
        if (scale == nullptr) {
            return TensorSource::heldAs(tensor);
        }
        return {m_isInt8 ? kInt8 : kInt4, m_source->find(tensor.name)->byteCount + scale->byteCount};
    }

    void read(const TensorInfo& tensor, std::uint64_t offset, std::span<std::byte> out) const override {
        const TensorInfo& held = *m_source->find(tensor.name);
        const TensorInfo* const scale = m_source->find(scaleOf(tensor.name));
        if (scale == nullptr) {
            m_source->read(held, offset, out);
            return;
        }
        if (offset % sizeof(float) != 0 || out.size() % sizeof(float) != 0 || offset + out.size() > tensor.byteCount) {
            throwCorrupt(path(), "'" + tensor.name + "' is read beside its values");
        }
        const Range range{.first = offset / sizeof(float), .count = out.size() / sizeof(float)};
        const auto cols = static_cast<std::uint64_t>(tensor.shape[1]);
        std::vector<float> values = m_isInt8 ? int8Values(held, *scale, range, cols) : int4Values(held, *scale, range);
        std::copy_n(reinterpret_cast<const std::byte*>(values.data()), out.size(), out.begin());
    }

private:
    /// Values of a matrix, row after row.
    struct Range {
        std::uint64_t first = 0;
        std::uint64_t count = 0;
    };

    [[nodiscard]] bool isScale(const std::string& name) const {
        return name.ends_with(kScaleSuffix) &&
               m_source->find(name.substr(0, name.size() - kScaleSuffix.size())) != nullptr;
    }

    /// Held against each other: sizes from a file decide what is read.
    [[nodiscard]] TensorInfo readsAs(const TensorInfo& tensor, const TensorInfo& scale) const {
        TensorInfo info = tensor;
        const bool isMatrix = tensor.shape.size() == 2 && tensor.shape[1] > 0;
        std::vector<std::int64_t> scales;
        if (isMatrix) {
            info.shape[1] *= m_isInt8 ? 1 : 2;
            scales =
                m_isInt8 ? std::vector{info.shape[0]} : std::vector{info.shape[0], info.shape[1] / kQuantizedBlock};
        }
        const bool fits = isMatrix && scale.shape == scales && (m_isInt8 || info.shape[1] % kQuantizedBlock == 0) &&
                          tensor.dtype == (m_isInt8 ? DType::Int8 : DType::UInt8) &&
                          scale.dtype == (m_isInt8 ? DType::Float32 : DType::BFloat16);
        if (!fits) {
            throwCorrupt(path(), "'" + tensor.name + "' and its scales don't belong together");
        }
        info.dtype = DType::Float32;
        info.byteCount = static_cast<std::uint64_t>(info.shape[0] * info.shape[1]) * sizeof(float);
        return info;
    }

    template <typename Value>
    [[nodiscard]] std::vector<Value> valuesOf(const TensorInfo& tensor, std::uint64_t first, std::uint64_t end) const {
        std::vector<Value> values(static_cast<std::size_t>(end - first));
        m_source->read(tensor, first * sizeof(Value), std::as_writable_bytes(std::span(values)));
        return values;
    }

    [[nodiscard]] std::vector<float> int8Values(const TensorInfo& held, const TensorInfo& scale, Range range,
                                                std::uint64_t cols) const {
        const std::uint64_t firstRow = range.first / cols;
        const auto values = valuesOf<std::int8_t>(held, range.first, range.first + range.count);
        const auto scales = valuesOf<float>(scale, firstRow, (range.first + range.count + cols - 1) / cols);
        std::vector<float> out(values.size());
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i] = static_cast<float>(values[i]) * scales[(range.first + i) / cols - firstRow];
        }
        return out;
    }

    [[nodiscard]] std::vector<float> int4Values(const TensorInfo& held, const TensorInfo& scale, Range range) const {
        const std::uint64_t end = range.first + range.count;
        const std::uint64_t firstByte = range.first / 2;
        const std::uint64_t firstBlock = range.first / kQuantizedBlock;
        const auto bytes = valuesOf<std::uint8_t>(held, firstByte, (end + 1) / 2);
        const auto scales = valuesOf<std::uint16_t>(scale, firstBlock, (end + kQuantizedBlock - 1) / kQuantizedBlock);
        std::vector<float> out(static_cast<std::size_t>(range.count));
        for (std::size_t i = 0; i < out.size(); ++i) {
            const std::uint64_t place = range.first + i;
            const unsigned pair = bytes[place / 2 - firstByte];
            const int level = static_cast<int>(place % 2 == 0 ? pair & 0xFU : pair >> 4U) - 8;
            out[i] = static_cast<float>(level) * widen(scales[place / kQuantizedBlock - firstBlock]);
        }
        return out;
    }

    std::unique_ptr<TensorSource> m_source;
    bool m_isInt8;
    std::vector<TensorInfo> m_tensors;
};

} // namespace

std::string_view quantizedFormat(const TensorSource& source) {
    const auto found = source.metadata().find(kQuantizedKey);
    if (found == source.metadata().end() || !found->is_string()) {
        return {};
    }
    return found->get_ref<const std::string&>();
}

std::unique_ptr<TensorSource> withoutQuantization(std::unique_ptr<TensorSource> source) {
    const std::string_view format = quantizedFormat(*source);
    if (format.empty()) {
        return source;
    }
    if (format != kInt8 && format != kInt4) {
        throwUnsupported(source->path(), phrase("its weights are held in a format that isn't known here"));
    }
    return std::make_unique<QuantizedSource>(std::move(source));
}

} // namespace parley::checkpoint
