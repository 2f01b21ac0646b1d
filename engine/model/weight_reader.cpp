// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "model/weight_reader.h"

#include "backend/packed_tensor.h"
#include "model/memory_size.h"
#include "parley/error.h"

#include <ATen/core/Tensor.h>

#include <vector>

namespace parley::model {

namespace {

/// The gate's rows and the up's are read as matrices of their own, which begin where a panel does.
void requirePanels(const checkpoint::DiaConfig& config) {
    if (config.decoder.ffn % static_cast<std::int64_t>(kernels::kPanelRows) != 0) {
        throw EngineError(ErrorCode::DTypeUnsupported, phrase("a feed-forward width of %1", config.decoder.ffn),
                          phrase("does not fit int8 and int4, which pack %1 rows together", kernels::kPanelRows),
                          phrase("use float32 or bfloat16"));
    }
}

/// Norms stay in float32.
at::ScalarType plainType(const checkpoint::WeightPlan& plan, const backend::ComputeTarget& target) {
    return isVector(plan) ? at::kFloat : target.dtype;
}

bool isToBePacked(const checkpoint::WeightPlan& plan, const backend::ComputeTarget& target) {
    return backend::isPacked(heldAs(plan, target.profile));
}

Linear mapLinear(const std::shared_ptr<const checkpoint::PackedFile>& file, const checkpoint::WeightPlan& plan,
                 kernels::WeightFormat format) {
    const auto bytes = static_cast<std::int64_t>(
        kernels::packedBytes(format, static_cast<std::size_t>(plan.rows), static_cast<std::size_t>(plan.cols)));
    return {backend::packedTensor(file, plan.name, {bytes}, at::kByte), format, plan.rows, plan.cols};
}

at::Tensor mapPlain(const std::shared_ptr<const checkpoint::PackedFile>& file, const checkpoint::WeightPlan& plan,
                    at::ScalarType dtype) {
    const std::vector<std::int64_t> sizes = isVector(plan) ? std::vector{plan.rows} : std::vector{plan.rows, plan.cols};
    return backend::packedTensor(file, plan.name, sizes, dtype);
}

} // namespace

Weights readWeights(const checkpoint::DiaFiles& files, const backend::ComputeTarget& target,
                    const std::stop_token& stop, const backend::BytesRead& bytesRead) {
    if (kernels::isPacked(target.stepFormat)) {
        requirePanels(files.config);
    }
    checkpoint::requireComplete(*files.source, checkpoint::comparePlan(*files.source, files.plan));
    const backend::TensorReader reader(*files.source, stop, bytesRead);
    Weights weights;
    for (const checkpoint::WeightPlan& plan : files.plan) {
        if (isToBePacked(plan, target)) {
            // From float32 at once, one matrix after the other: rounding twice would cost precision.
            weights.put(plan.name, Linear(reader.read(plan, at::kFloat), target.stepFormat));
        } else {
            weights.put(plan.name, reader.read(plan, plainType(plan, target)));
        }
    }
    return weights;
}

Weights mapWeights(const std::shared_ptr<const checkpoint::PackedFile>& file, const checkpoint::DiaFiles& files,
                   const backend::ComputeTarget& target) {
    Weights weights;
    for (const checkpoint::WeightPlan& plan : files.plan) {
        if (isToBePacked(plan, target)) {
            weights.put(plan.name, mapLinear(file, plan, target.stepFormat));
        } else {
            weights.put(plan.name, mapPlain(file, plan, plainType(plan, target)));
        }
    }
    return weights;
}

} // namespace parley::model
