// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accelerator/sampler_tensors.h"
#include "sampling/sampler.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <span>

namespace parley::accelerator {

/// sampling::Sampler for all slots at once, on a device, without a wait. The same rules and the same noise; sums and
/// logarithms are float32, so of two ids that are nearly as likely the other one may be drawn.
class DeviceSampler {
public:
    /// vocab: ids a channel has; eos: the id that ends speech, above all codes and below all other special ids.
    DeviceSampler(std::int64_t slots, std::int64_t channels, std::int64_t vocab, std::int64_t eos, at::Device device);

    void setOptions(std::int64_t slot, const sampling::SamplerOptions& options);
    [[nodiscard]] const SamplerTensors& options() const noexcept { return m_options; }

    /// logits [count, 2, C, V] float32, the unconditional row first; noise [count, C, V], uniform numbers as
    /// uniformNoise() makes them → drawn ids [count, C] int64.
    [[nodiscard]] at::Tensor draw(const at::Tensor& logits, const at::Tensor& noise) const;

private:
    SamplerTensors m_options;
    at::Tensor m_ids;     ///< [V] int64
    at::Tensor m_allowed; ///< [C, V] bool: codes, and in channel 0 the end of speech
};

/// Uniform numbers in (0, 1) for one row's draws, [channels, vocab]: those that sampling::Sampler makes its noise of.
/// Philox is whole numbers, so they are the same everywhere; the logarithms are left to the device.
void uniformNoise(std::uint64_t seed, std::int64_t row, std::int64_t vocab, std::span<float> out);

} // namespace parley::accelerator
