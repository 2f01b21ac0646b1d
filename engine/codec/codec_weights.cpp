// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "codec/codec_weights.h"

#include "backend/packed_tensor.h"
#include "files/stop.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/Tensor.h>

namespace parley::codec {

namespace {

/// v · g / ‖v‖, the norm over all but the first axis.
at::Tensor foldWeightNorm(const at::Tensor& v, const at::Tensor& g) {
    const at::Tensor norm = v.flatten(1).norm(2, {1}).view_as(g);
    return v * (g / norm);
}

} // namespace

CodecWeights::CodecWeights(const checkpoint::DacFiles& files, const std::stop_token& stop,
                           const backend::BytesRead& bytesRead)
    : m_stop(stop) {
    checkpoint::requireComplete(*files.source, checkpoint::comparePlan(*files.source, asWeightPlans(files.plan)));
    const backend::TensorReader reader(*files.source, stop, bytesRead);
    for (const checkpoint::DacPart& part : files.plan.parts) {
        at::Tensor tensor = reader.read(part.key, at::kFloat);
        if (!part.weightG.empty()) {
            tensor = foldWeightNorm(tensor, reader.read(part.weightG, at::kFloat));
        }
        m_tensors[part.name] = tensor.contiguous();
    }
}

CodecWeights::CodecWeights(const std::shared_ptr<const checkpoint::PackedFile>& file, const checkpoint::DacPlan& plan,
                           std::stop_token stop)
    : m_stop(std::move(stop)) {
    for (const checkpoint::DacPart& part : plan.parts) {
        m_tensors[part.name] = backend::packedTensor(file, part.name, part.shape, at::kFloat);
    }
}

at::Tensor CodecWeights::take(const std::string& name) {
    return m_tensors.extract(name).mapped().clone();
}

std::span<const float> CodecWeights::values(const std::string& name) const {
    files::throwIfStopped(m_stop);
    const at::Tensor& tensor = m_tensors.at(name);
    return {tensor.const_data_ptr<float>(), static_cast<std::size_t>(tensor.numel())};
}

} // namespace parley::codec
