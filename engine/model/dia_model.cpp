// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "model/dia_model.h"

#include "model/weight_reader.h"

#include <ATen/core/Tensor.h>

#include <algorithm>
#include <array>

namespace parley::model {

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
