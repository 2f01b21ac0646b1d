// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/dac_layout.h"
#include "codec/codec_weights.h"

#include <string>
#include <vector>

namespace parley::codec {

/// Residual vector quantizer: each codebook describes what the ones before left over. On any of torch's devices.
class Quantizer {
public:
    Quantizer(const checkpoint::DacConfig& config, CodecWeights& weights, at::Device device = at::kCPU);

    /// latents [T, latent] → codes [T, codebooks] int64: the nearest entries by cosine.
    [[nodiscard]] at::Tensor encode(const at::Tensor& latents) const;

    /// codes [T, codebooks] int64 → latents [T, latent].
    [[nodiscard]] at::Tensor decode(const at::Tensor& codes) const;

private:
    struct Projection {
        Projection(CodecWeights& weights, const std::string& name, at::Device device);
        [[nodiscard]] at::Tensor operator()(const at::Tensor& x) const; ///< [T, in] → [T, out]

        at::Tensor weight; ///< [out, in]
        at::Tensor bias;   ///< [out]
    };
    struct Stage {
        Projection in_proj;
        at::Tensor codebook;   ///< [entries, dim]
        at::Tensor normalised; ///< the same, each row of length 1
        Projection out_proj;

        [[nodiscard]] at::Tensor nearest(const at::Tensor& projected) const; ///< [T, dim] → [T] int64
        [[nodiscard]] at::Tensor lookUp(const at::Tensor& codes) const;      ///< [T] → [T, latent]
    };
    std::vector<Stage> m_stages;
};

} // namespace parley::codec
