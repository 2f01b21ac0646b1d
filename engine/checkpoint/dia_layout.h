// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/dia_config.h"
#include "checkpoint/tensor_source.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace parley::checkpoint {

/// The two ways in which Dia's weights are named and laid out.
enum class DiaLayout { Reference, Transformers };

[[nodiscard]] std::string_view name(DiaLayout layout) noexcept; ///< "reference", "transformers"

/// One tensor of the file that becomes rows of a weight. Flattened to a matrix, it is [rows, cols], or [cols, rows]
/// where inputFirst is set (the reference stores input dimensions first).
struct WeightPart {
    std::string key;
    std::vector<std::int64_t> shape; ///< as it must stand in the file
    std::int64_t rows = 0;
    std::int64_t cols = 0;
    bool inputFirst = false;
};

/// One weight as the network wants it: parts stacked by rows, [rows, cols]; a vector has rows = its length, cols = 1.
struct WeightPlan {
    std::string name; ///< "decoder.layers.3.self_attention.qkv_proj", …
    std::int64_t rows = 0;
    std::int64_t cols = 0;
    std::vector<WeightPart> parts;
};

/// Which layout a file has, and what stands before its keys ("module.", "_orig_mod.", …).
struct DiaNaming {
    DiaLayout layout = DiaLayout::Transformers;
    std::string prefix;
};

/// Throws EngineError (UnsupportedLayout) when the keys are not a Dia network's.
[[nodiscard]] DiaNaming recogniseDia(const TensorSource& source);

/// All weights of the network, fused as the network uses them: q, k, v together; k, v of cross-attention together.
/// Names: encoder.embedding, {encoder,decoder}.layers.N.{self_attention.{qkv_proj,o_proj},
/// mlp.{gate_up_proj,down_proj}}, decoder.layers.N.cross_attention.{q_proj,kv_proj,o_proj}, decoder.embeddings,
/// decoder.logits_dense, and the norms.
[[nodiscard]] std::vector<WeightPlan> planDiaWeights(const DiaConfig& config, const DiaNaming& naming);

/// How a file differs from a plan.
struct PlanReport {
    std::vector<std::string> missing; ///< keys that the plan needs
    std::vector<std::string> wrong;   ///< "key: is [2, 3], should be [3, 2]" or a dtype that holds no weights
    std::vector<std::string> extra;   ///< keys that nothing uses
    std::uint64_t parameterCount = 0; ///< of the plan
};
[[nodiscard]] PlanReport comparePlan(const TensorSource& source, const std::vector<WeightPlan>& plan);

/// Throws EngineError (CheckpointCorrupt) naming what is missing or wrong; extra keys are harmless.
void requireComplete(const TensorSource& source, const PlanReport& report);

} // namespace parley::checkpoint
