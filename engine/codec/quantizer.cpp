// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "codec/quantizer.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/Tensor.h>
#include <ATen/ops/embedding.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/stack.h>

namespace parley::codec {

namespace {

at::Tensor normaliseRows(const at::Tensor& x) {
    return x / x.norm(2, {1}, /*keepdim=*/true).clamp_min(1e-12);
}

} // namespace

Quantizer::Projection::Projection(CodecWeights& weights, const std::string& name, at::Device device)
    : weight(weights.take(name + ".weight").squeeze(2).to(device)), bias(weights.take(name + ".bias").to(device)) {}

at::Tensor Quantizer::Projection::operator()(const at::Tensor& x) const {
    return at::linear(x, weight, bias);
}

Quantizer::Quantizer(const checkpoint::DacConfig& config, CodecWeights& weights, at::Device device) {
    for (std::int64_t i = 0; i < config.codebooks; ++i) {
        const std::string at = "quantizer.quantizers." + std::to_string(i) + ".";
        at::Tensor codebook = weights.take(at + "codebook.weight").to(device);
        at::Tensor normalised = normaliseRows(codebook);
        m_stages.push_back({Projection(weights, at + "in_proj", device), std::move(codebook), std::move(normalised),
                            Projection(weights, at + "out_proj", device)});
    }
}

at::Tensor Quantizer::Stage::nearest(const at::Tensor& projected) const {
    const at::Tensor rows = normaliseRows(projected);
    // The full distance and not the cosine alone: its rounding decides near-ties as the reference does.
    const at::Tensor distance =
        rows.square().sum(1, /*keepdim=*/true) - 2 * rows.mm(normalised.t()) + normalised.square().sum(1).unsqueeze(0);
    return distance.neg().argmax(1);
}

at::Tensor Quantizer::Stage::lookUp(const at::Tensor& codes) const {
    return out_proj(at::embedding(codebook, codes));
}

at::Tensor Quantizer::encode(const at::Tensor& latents) const {
    at::Tensor residual = latents;
    std::vector<at::Tensor> codes; // [T] each
    for (const Stage& stage : m_stages) {
        codes.push_back(stage.nearest(stage.in_proj(residual)));
        residual = residual - stage.lookUp(codes.back());
    }
    return at::stack(codes, 1);
}

at::Tensor Quantizer::decode(const at::Tensor& codes) const {
    at::Tensor latents;
    for (std::size_t i = 0; i < m_stages.size(); ++i) {
        const at::Tensor part = m_stages[i].lookUp(codes.select(1, static_cast<std::int64_t>(i)));
        latents = latents.defined() ? latents.add_(part) : part;
    }
    return latents;
}

} // namespace parley::codec
