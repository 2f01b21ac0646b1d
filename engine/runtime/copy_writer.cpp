// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/copy_writer.h"

#include "backend/tensor_reader.h"
#include "checkpoint/quantized_source.h"
#include "checkpoint/safetensors_writer.h"
#include "files/stop.h"
#include "model/memory_size.h"
#include "runtime/quantized_matrix.h"
#include "runtime/read_progress.h"

#include <ATen/core/Tensor.h>

#include <span>
#include <vector>

namespace parley::runtime {

namespace {

using checkpoint::DType;
using checkpoint::TensorSpec;

constexpr std::uint64_t kRoomForOthers = 64'000'000; // bytes that a copy leaves of a disk

bool isQuantized(const checkpoint::WeightPlan& plan, const std::string& format) {
    const backend::BackendProfile profile = backend::profileOf(
        DeviceKind::Cpu, format == "int8" ? backend::NumberFormat::Int8 : backend::NumberFormat::Int4);
    return backend::isPacked(model::heldAs(plan, profile));
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
        const QuantizedMatrix held = m_format == "int8" ? quantized8(part.contiguous()) : quantized4(part.contiguous());
        writer.append(held.values);
        writer.append(held.scales);
    }

    std::string m_format;
    std::vector<checkpoint::WeightPlan> m_plans;
};

std::uint64_t bytesOf(const TensorSpec& spec) {
    std::uint64_t bytes = checkpoint::byteSize(spec.dtype);
    for (const std::int64_t size : spec.shape) {
        bytes *= static_cast<std::uint64_t>(size);
    }
    return bytes;
}

} // namespace

std::uint64_t quantizedBytes(const checkpoint::DiaConfig& config, const std::string& format) {
    std::uint64_t bytes = 0;
    for (const TensorSpec& spec : Arrays(config, format).specs()) {
        bytes += bytesOf(spec);
    }
    return bytes;
}

std::optional<Error> roomError(const std::filesystem::path& folder, std::uint64_t bytes, std::uint64_t available) {
    const std::uint64_t room = available > kRoomForOthers ? available - kRoomForOthers : 0;
    if (bytes <= room) {
        return std::nullopt;
    }
    const auto megabytes = [](std::uint64_t count) { return (count + 999'999) / 1'000'000; };
    return Error{ErrorCode::DiskFull, folder,
                 phrase("the copy takes %1 MB, and there is room for %2 MB", megabytes(bytes), megabytes(room)),
                 phrase("make room, or choose another folder")};
}

void writeQuantized(const checkpoint::DiaFiles& files, const std::string& format, const std::filesystem::path& path,
                    const OnCopied& onProgress, const std::stop_token& stop) {
    checkpoint::requireComplete(*files.source, checkpoint::comparePlan(*files.source, files.plan));
    ReadProgress progress(totalBytes(*files.source), onProgress);
    const Arrays arrays(files.config, format);
    checkpoint::SafetensorsStreamWriter writer(
        path, arrays.specs(),
        {{"format", "pt"},
         {std::string(checkpoint::kQuantizedKey), format},
         {"generation", std::string(checkpoint::name(files.config.generation))}});
    const backend::TensorReader reader(*files.source, stop, progress.adder());
    for (std::size_t i = 0; i < files.plan.size(); ++i) {
        files::throwIfStopped(stop);
        arrays.write(writer, i, reader.read(files.plan[i], at::kFloat));
        writer.flush();
    }
    writer.finish();
}

} // namespace parley::runtime
