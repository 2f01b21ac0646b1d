// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/dac_layout.h"
#include "codec/layers.h"

#include <vector>

namespace parley::codec {

/// Residual vector quantizer: each codebook describes what the ones before left over.
class Quantizer {
public:
    Quantizer(const checkpoint::DacConfig& config, CodecWeights& weights);

    /// latents [1, latent, T] → codes [T, codebooks] int64: the nearest entries by cosine.
    [[nodiscard]] at::Tensor encode(const at::Tensor& latents) const;

    /// codes [T, codebooks] int64 → latents [1, latent, T].
    [[nodiscard]] at::Tensor decode(const at::Tensor& codes) const;

private:
    struct Stage {
        Conv1d in_proj;
        at::Tensor codebook;   ///< [entries, dim]
        at::Tensor normalised; ///< the same, each row of length 1
        Conv1d out_proj;

        [[nodiscard]] at::Tensor nearest(const at::Tensor& projected) const; ///< [1, dim, T] → [T] int64
        [[nodiscard]] at::Tensor lookUp(const at::Tensor& codes) const;      ///< [T] → [1, latent, T]
    };
    std::vector<Stage> m_stages;
};

} // namespace parley::codec
