// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accelerator/device_layers.h"
#include "accelerator/slots.h"
#include "parley/phrase.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

namespace parley::accelerator {

/// What a step knows of the sequences in the first slots. All of it lies on the device, and its memory stays the same.
struct StepInputs {
    at::Tensor tokens;     ///< [slots, C] int64: the row that is fed
    at::Tensor positions;  ///< [slots] int64: where that row stands
    at::Tensor textLength; ///< [slots] int64, at least 1
};

/// The audio decoder on a device. Takes what begins with "decoder." out of the weights.
class DeviceDecoder {
public:
    DeviceDecoder(const checkpoint::DiaConfig& config, DeviceWeights& weights, const Formats& formats);

    /// A text's keys and values for every layer; encoderOut [T, D of the encoder].
    [[nodiscard]] model::TextMemory remember(const at::Tensor& encoderOut, const std::stop_token& stop) const;
    /// To be called once, with the encoder's output for a single zero byte, [1, D of the encoder].
    void setUnconditional(const at::Tensor& encoderOut);

    /// Brings rows of one sequence, tokens [T, C] int64 from `position` on, into its row's cache. `text` null: the
    /// unconditional row. Throws EngineError: NumericFailure (names the layer), Cancelled.
    void prefill(const at::Tensor& tokens, const model::SequenceCache& cache, const model::TextMemory* text,
                 std::int64_t position, const std::stop_token& stop) const;

    /// One row for both rows of each sequence in the first `count` slots, of whose caches `window` rows may be filled
    /// afterwards: logits [count, 2, C, V] float32. Waits for nothing. With `watch`, looks for the first place whose
    /// numbers run over in `slot`, which waits.
    struct Watch {
        std::int64_t slot = 0;
        std::optional<Phrase> place{};
    };
    [[nodiscard]] at::Tensor step(const StepInputs& inputs, const std::vector<SlotLayer>& slots, std::int64_t count,
                                  std::int64_t window, Watch* watch = nullptr) const;

private:
    struct Layer {
        at::Tensor pre_sa_norm; ///< [D]
        DeviceSelfAttention self_attention;
        at::Tensor pre_ca_norm; ///< [D]
        DeviceCrossAttention cross_attention;
        at::Tensor pre_mlp_norm; ///< [D]
        DeviceMlp mlp;
        at::Tensor unconditional; ///< [1, D] float32: what cross-attention adds to an unconditional row
    };
    struct Rows;

    [[nodiscard]] at::Tensor embed(const at::Tensor& tokens) const;
    [[nodiscard]] at::Tensor keysAndValues(const Layer& layer, const at::Tensor& encoderOut) const;
    [[nodiscard]] at::Tensor stepSelf(const Layer& layer, const SlotLayer& slots, const at::Tensor& x,
                                      const Rows& rows) const;
    [[nodiscard]] at::Tensor stepCross(const Layer& layer, const SlotLayer& slots, const at::Tensor& x,
                                       const Rows& rows) const;

    checkpoint::DiaConfig m_config;
    Formats m_formats;
    Rotary m_rotary;
    Rotary m_crossRotary;
    at::Tensor m_embeddings; ///< [C · V, D], channel c from row c · V
    at::Tensor m_offsets;    ///< [C] int64
    std::vector<Layer> m_layers;
    at::Tensor m_norm; ///< [D]
    DeviceLinear m_logits;
};

} // namespace parley::accelerator
