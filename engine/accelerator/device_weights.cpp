// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "accelerator/device_weights.h"

#include "model/memory_size.h"

namespace parley::accelerator {

namespace {

bool isMatrix(const std::string& name) {
    return name.ends_with("_proj") || name.ends_with("logits_dense");
}

} // namespace

DeviceWeights::DeviceWeights(const checkpoint::DiaFiles& files, const backend::ComputeTarget& target,
                             const DeviceOps& ops, const std::stop_token& stop, const backend::BytesRead& bytesRead) {
    checkpoint::requireComplete(*files.source, checkpoint::comparePlan(*files.source, files.plan));
    const backend::TensorReader reader(*files.source, stop, bytesRead);
    for (const checkpoint::WeightPlan& plan : files.plan) {
        const backend::NumberFormat format = model::heldAs(plan, target.profile);
        if (backend::isPacked(format)) {
            // From float32 at once: rounding twice would cost precision.
            m_linears.emplace(plan.name, DeviceLinear(ops, ops.pack(reader.read(plan, at::kFloat), format,
                                                                    target.device, target.dtype)));
            continue;
        }
        at::Tensor tensor = reader.read(plan, model::isVector(plan) ? at::kFloat : target.dtype).to(target.device);
        if (isMatrix(plan.name)) {
            m_linears.emplace(plan.name, DeviceLinear(ops, std::move(tensor)));
        } else {
            m_tensors.emplace(plan.name, std::move(tensor));
        }
    }
}

at::Tensor DeviceWeights::take(const std::string& name) {
    return std::move(m_tensors.extract(name).mapped());
}

DeviceLinear DeviceWeights::takeLinear(const std::string& name) {
    return std::move(m_linears.extract(name).mapped());
}

} // namespace parley::accelerator
