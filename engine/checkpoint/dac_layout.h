// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/dia_layout.h"
#include "checkpoint/tensor_source.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace parley::checkpoint {

/// The two ways in which the codec's weights are published: descript-audio-codec's own file, and transformers'.
enum class DacLayout { Descript, Transformers };

[[nodiscard]] std::string_view name(DacLayout layout) noexcept; ///< "descript", "transformers"

/// Sizes of a DAC codec; all of them follow from the shapes of its tensors.
struct DacConfig {
    std::vector<std::int64_t> encoderRates; ///< downsampling per block, 2, 4, 8, 8
    std::vector<std::int64_t> decoderRates; ///< upsampling per block, 8, 8, 4, 2
    std::int64_t encoderHidden = 0;         ///< channels behind the first convolution; doubles per block
    std::int64_t latent = 0;                ///< channels between encoder and quantizer
    std::int64_t decoderHidden = 0;         ///< channels before the first block; halves per block
    std::int64_t codebooks = 0;
    std::int64_t codebookSize = 0;
    std::int64_t codebookDim = 0;
    int sampleRate = 44100;                          ///< Hz
    [[nodiscard]] std::int64_t hop() const noexcept; ///< samples per frame
};

/// Where one tensor of the codec lies. With `weightG`, the weight is v · g / ‖v‖, the norm over all but the first axis
/// (weight normalisation, https://arxiv.org/abs/1602.07868), and `key` is v.
struct DacPart {
    std::string name; ///< transformers' name
    std::string key;
    std::string weightG; ///< empty: plain
    std::vector<std::int64_t> shape;
};

struct DacPlan {
    DacLayout layout = DacLayout::Transformers;
    DacConfig config;
    std::vector<DacPart> parts;
};

/// Throws EngineError (UnsupportedLayout, CheckpointCorrupt) when the keys are not a DAC codec's or don't fit each
/// other.
[[nodiscard]] DacPlan planDac(const TensorSource& source);

/// The codec's tensors as a weight-less plan for comparePlan(), norms' magnitudes included.
[[nodiscard]] std::vector<WeightPlan> asWeightPlans(const DacPlan& plan);

/// Names and shapes of all tensors of a codec of these sizes, in transformers' layout.
[[nodiscard]] std::vector<DacPart> dacTensors(const DacConfig& config);

} // namespace parley::checkpoint
