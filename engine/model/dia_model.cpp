// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "model/dia_model.h"

#include "parley/error.h"

#include <ATen/core/Tensor.h>

#include <algorithm>
#include <array>
#include <string>

namespace parley::model {

namespace {

/// The matrices that every decoder step reads. The encoder and what is done once for a text stay in the wider dtype.
bool isReadEachStep(const checkpoint::WeightPlan& plan) {
    return plan.name.starts_with("decoder.") && plan.name.ends_with("_proj") && !plan.name.ends_with(".kv_proj");
}

/// The gate's rows and the up's are read as matrices of their own, which begin where a panel does.
void requirePanels(const checkpoint::DiaConfig& config) {
    if (config.decoder.ffn % static_cast<std::int64_t>(kernels::kPanelRows) != 0) {
        throw EngineError(ErrorCode::DTypeUnsupported, phrase("a feed-forward width of %1", config.decoder.ffn),
                          phrase("does not fit int8 and int4, which pack %1 rows together", kernels::kPanelRows),
                          phrase("use float32 or bfloat16"));
    }
}

Weights readWeights(const checkpoint::DiaFiles& files, const backend::ComputeTarget& target,
                    const std::stop_token& stop, const backend::BytesRead& bytesRead) {
    const bool packs = kernels::isPacked(target.stepFormat);
    if (packs) {
        requirePanels(files.config);
    }
    checkpoint::requireComplete(*files.source, checkpoint::comparePlan(*files.source, files.plan));
    const backend::TensorReader reader(*files.source, stop, bytesRead);
    Weights weights;
    for (const checkpoint::WeightPlan& plan : files.plan) {
        const bool isNorm = plan.cols == 1 && plan.parts.front().shape.size() == 1;
        if (packs && isReadEachStep(plan)) {
            // From float32 at once, one matrix after the other: rounding twice would cost precision.
            weights.put(plan.name, Linear(reader.read(plan, at::kFloat), target.stepFormat));
        } else {
            weights.put(plan.name, reader.read(plan, isNorm ? at::kFloat : target.dtype));
        }
    }
    return weights;
}

} // namespace

DiaModel::DiaModel(const checkpoint::DiaFiles& files, const backend::ComputeTarget& target, const std::stop_token& stop,
                   const backend::BytesRead& bytesRead)
    : DiaModel(files.config, readWeights(files, target, stop, bytesRead), target.dtype, stop) {}

DiaModel::DiaModel(const checkpoint::DiaConfig& config, Weights weights, at::ScalarType dtype,
                   const std::stop_token& stop)
    : m_config(config), m_encoder(config, weights, dtype), m_decoder(config, weights, dtype) {
    m_unconditionalOut = m_encoder(std::array<std::uint8_t, 1>{0}, stop);
    m_decoder.setUnconditional(m_unconditionalOut);
}

void DiaModel::prefill(const at::Tensor& tokens, std::vector<DecoderRow> rows, const std::stop_token& stop,
                       const OnPiece& onPiece) const {
    for (std::int64_t first = 0; first < tokens.size(1); first += kPrefillRows) {
        const std::int64_t count = std::min(kPrefillRows, tokens.size(1) - first);
        const at::Tensor hidden = m_decoder.forward(tokens.narrow(1, first, count), rows, stop);
        if (onPiece) {
            onPiece(hidden.view({tokens.size(0), count, -1}), first);
        }
        for (DecoderRow& row : rows) {
            row.position += count;
        }
    }
}

} // namespace parley::model
