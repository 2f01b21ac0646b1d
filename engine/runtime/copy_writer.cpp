// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/copy_writer.h"

#include "backend/parallel.h"
#include "backend/tensor_reader.h"
#include "checkpoint/quantized_source.h"
#include "checkpoint/safetensors_writer.h"
#include "files/stop.h"
#include "kernels/linear_weights.h"
#include "kernels/quantize.h"
#include "model/memory_size.h"

#include <ATen/core/Tensor.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <mutex>
#include <span>
#include <vector>

namespace parley::runtime {

namespace {

using checkpoint::DType;
using checkpoint::TensorSpec;

constexpr std::int64_t kRowsPerTask = 16;

static_assert(checkpoint::kQuantizedBlock == std::int64_t{kernels::kBlock});

bool isQuantized(const checkpoint::WeightPlan& plan, const std::string& format) {
    const backend::BackendProfile profile = backend::profileOf(
        DeviceKind::Cpu, format == "int8" ? backend::NumberFormat::Int8 : backend::NumberFormat::Int4);
    return backend::isPacked(model::heldAs(plan, profile));
}

/// A matrix's values and scales, row after row, as the file wants them.
struct Held {
    std::vector<std::byte> values;
    std::vector<std::byte> scales;
    std::size_t valueBytes = 0; ///< of a row
    std::size_t scaleBytes = 0;

    Held(std::int64_t rows, std::size_t valuesEach, std::size_t scalesEach)
        : values(static_cast<std::size_t>(rows) * valuesEach), scales(static_cast<std::size_t>(rows) * scalesEach),
          valueBytes(valuesEach), scaleBytes(scalesEach) {}
};

template <typename Row>
void eachRow(std::int64_t rows, const Row& row) {
    backend::inPieces(rows, kRowsPerTask, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            row(static_cast<std::size_t>(i));
        }
    });
}

/// weight [rows, cols] float32.
Held quantized8(const at::Tensor& weight) {
    const auto cols = static_cast<std::size_t>(weight.size(1));
    Held held(weight.size(0), cols, sizeof(float));
    const auto* const from = weight.const_data_ptr<float>();
    eachRow(weight.size(0), [&](std::size_t row) {
        std::vector<float> padded(from + row * cols, from + (row + 1) * cols);
        padded.resize(kernels::paddedInputs(cols));
        std::vector<std::int8_t> out(padded.size());
        const float scale = kernels::quantizeRow8(padded.data(), padded.size(), out.data());
        std::memcpy(held.values.data() + row * cols, out.data(), cols);
        std::memcpy(held.scales.data() + row * sizeof scale, &scale, sizeof scale);
    });
    return held;
}

Held quantized4(const at::Tensor& weight) {
    const auto cols = static_cast<std::size_t>(weight.size(1));
    const std::size_t blocks = cols / kernels::kBlock;
    Held held(weight.size(0), cols / 2, blocks * sizeof(std::uint16_t));
    const auto* const from = weight.const_data_ptr<float>();
    eachRow(weight.size(0), [&](std::size_t row) {
        std::array<std::int8_t, kernels::kBlock> levels{};
        for (std::size_t block = 0; block < blocks; ++block) {
            const std::uint16_t scale =
                kernels::quantizeBlock4(from + row * cols + block * kernels::kBlock, levels.data());
            std::byte* const to = held.values.data() + row * held.valueBytes + block * kernels::kBlock / 2;
            for (std::size_t k = 0; k < kernels::kBlock; k += 2) {
                to[k / 2] = std::byte(static_cast<unsigned>(levels.at(k) + 8) |
                                      static_cast<unsigned>(levels.at(k + 1) + 8) << 4U);
            }
            std::memcpy(held.scales.data() + (row * blocks + block) * sizeof scale, &scale, sizeof scale);
        }
    });
    return held;
}

/// The arrays of the file, in the order in which they are written.
class Arrays {
public:
    Arrays(const checkpoint::DiaConfig& config, std::string format)
        : m_format(std::move(format)), m_plans(checkpoint::planDiaWeights(config, {})) {}

    [[nodiscard]] std::vector<TensorSpec> specs() const {
        std::vector<TensorSpec> specs;
        for (const checkpoint::WeightPlan& plan : m_plans) {
            for (const checkpoint::WeightPart& part : plan.parts) {
                add(specs, plan, part);
            }
        }
        return specs;
    }

    /// Writes a fused weight in its parts; weight [rows, cols] float32, or [rows].
    void write(checkpoint::SafetensorsStreamWriter& writer, std::size_t index, const at::Tensor& weight) const {
        const checkpoint::WeightPlan& plan = m_plans[index];
        std::int64_t row = 0;
        for (const checkpoint::WeightPart& part : plan.parts) {
            writePart(writer, plan, weight.narrow(0, row, part.rows));
            row += part.rows;
        }
    }

private:
    void add(std::vector<TensorSpec>& specs, const checkpoint::WeightPlan& plan,
             const checkpoint::WeightPart& part) const {
        if (model::isVector(plan)) {
            specs.push_back({part.key, DType::Float32, part.shape});
        } else if (!isQuantized(plan, m_format)) {
            specs.push_back({part.key, DType::BFloat16, part.shape});
        } else {
            if (part.cols % checkpoint::kQuantizedBlock != 0) {
                throw EngineError(
                    ErrorCode::DTypeUnsupported, phrase("a matrix of %1 columns", part.cols),
                    phrase("does not fit int8 and int4, which take %1 at a time", checkpoint::kQuantizedBlock), {});
            }
            const std::string scale = part.key + std::string(checkpoint::kScaleSuffix);
            if (m_format == "int8") {
                specs.push_back({part.key, DType::Int8, {part.rows, part.cols}});
                specs.push_back({scale, DType::Float32, {part.rows}});
            } else {
                specs.push_back({part.key, DType::UInt8, {part.rows, part.cols / 2}});
                specs.push_back({scale, DType::BFloat16, {part.rows, part.cols / checkpoint::kQuantizedBlock}});
            }
        }
    }

    void writePart(checkpoint::SafetensorsStreamWriter& writer, const checkpoint::WeightPlan& plan,
                   const at::Tensor& part) const {
        if (!isQuantized(plan, m_format)) {
            const at::Tensor held = (model::isVector(plan) ? part : part.to(at::kBFloat16)).contiguous();
            writer.append({static_cast<const std::byte*>(held.const_data_ptr()), held.nbytes()});
            return;
        }
        const Held held = m_format == "int8" ? quantized8(part.contiguous()) : quantized4(part.contiguous());
        writer.append(held.values);
        writer.append(held.scales);
    }

    std::string m_format;
    std::vector<checkpoint::WeightPlan> m_plans;
};

} // namespace

void writeQuantized(const checkpoint::DiaFiles& files, const std::string& format, const std::filesystem::path& path,
                    const OnCopied& onProgress, const std::stop_token& stop) {
    checkpoint::requireComplete(*files.source, checkpoint::comparePlan(*files.source, files.plan));
    std::uint64_t total = 0;
    for (const checkpoint::TensorInfo& tensor : files.source->tensors()) {
        total += tensor.byteCount;
    }
    std::mutex mutex;
    std::uint64_t done = 0;
    const backend::BytesRead bytesRead = [&](std::uint64_t bytes) {
        const std::scoped_lock lock(mutex);
        done += bytes;
        if (onProgress) {
            onProgress(std::min(done, total), total);
        }
    };
    const Arrays arrays(files.config, format);
    checkpoint::SafetensorsStreamWriter writer(
        path, arrays.specs(),
        {{"format", "pt"},
         {std::string(checkpoint::kQuantizedKey), format},
         {"generation", std::string(checkpoint::name(files.config.generation))}});
    const backend::TensorReader reader(*files.source, stop, bytesRead);
    for (std::size_t i = 0; i < files.plan.size(); ++i) {
        files::throwIfStopped(stop);
        arrays.write(writer, i, reader.read(files.plan[i], at::kFloat));
        writer.flush();
    }
    writer.finish();
}

} // namespace parley::runtime
