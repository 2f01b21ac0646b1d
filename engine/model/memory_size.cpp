// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "model/memory_size.h"

#include "kernels/linear_weights.h"

namespace parley::model {

namespace {

using backend::NumberFormat;

/// The matrices that every decoder step reads. The encoder and what is done once for a text stay in the wider format.
bool isReadEachStep(const checkpoint::WeightPlan& plan) {
    return plan.name.starts_with("decoder.") && plan.name.ends_with("_proj") && !plan.name.ends_with(".kv_proj");
}

std::uint64_t plainBytes(NumberFormat format) {
    return format == NumberFormat::Float32 ? 4 : 2;
}

std::uint64_t bytesOf(const checkpoint::WeightPlan& plan, NumberFormat format) {
    const auto rows = static_cast<std::uint64_t>(plan.rows);
    const auto cols = static_cast<std::uint64_t>(plan.cols);
    if (!isPacked(format)) {
        return rows * cols * plainBytes(format);
    }
    return kernels::packedBytes(
        format == NumberFormat::Int8 ? kernels::WeightFormat::Int8 : kernels::WeightFormat::Int4, rows, cols);
}

} // namespace

bool isVector(const checkpoint::WeightPlan& plan) {
    return plan.cols == 1 && plan.parts.front().shape.size() == 1;
}

NumberFormat heldAs(const checkpoint::WeightPlan& plan, const backend::BackendProfile& profile) {
    if (isVector(plan)) {
        return NumberFormat::Float32;
    }
    return backend::isPacked(profile.stepWeights) && isReadEachStep(plan) ? profile.stepWeights : profile.weights;
}

std::uint64_t weightBytes(const std::vector<checkpoint::WeightPlan>& plan, const backend::BackendProfile& profile) {
    std::uint64_t bytes = 0;
    for (const checkpoint::WeightPlan& each : plan) {
        bytes += bytesOf(each, heldAs(each, profile));
    }
    return bytes;
}

std::uint64_t stepBytes(const std::vector<checkpoint::WeightPlan>& plan, const backend::BackendProfile& profile) {
    std::uint64_t bytes = 0;
    for (const checkpoint::WeightPlan& each : plan) {
        if (isReadEachStep(each) || each.name == "decoder.logits_dense") {
            bytes += bytesOf(each, heldAs(each, profile));
        }
    }
    return bytes;
}

std::uint64_t cacheBytes(const checkpoint::DiaConfig& config, const backend::BackendProfile& profile, std::int64_t rows,
                         std::int64_t textBytes) {
    const checkpoint::DiaConfig::Decoder& sizes = config.decoder;
    const std::int64_t own = 2 * rows * sizes.kvHeads * sizes.headDim; // the unconditional row and the conditional one
    const std::int64_t text = textBytes * sizes.crossKvHeads * sizes.crossHeadDim; // the conditional row's alone
    return static_cast<std::uint64_t>(2 * sizes.layers * (own + text)) * plainBytes(profile.cache);
}

} // namespace parley::model
