// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "accelerator/network.h"

#include <array>
#include <utility>

namespace parley::accelerator {

namespace {

Formats formatsOf(const checkpoint::DiaFiles& files, const backend::ComputeTarget& target, const DeviceOps& ops) {
    return {.device = target.device,
            .attention = target.profile.attention,
            .activations = backend::scalarType(target.profile.activations),
            .cache = backend::scalarType(target.profile.cache),
            .normEps = files.config.normEps,
            .ops = &ops};
}

} // namespace

Network::Network(const checkpoint::DiaFiles& files, const backend::ComputeTarget& target, const DeviceOps& ops,
                 const std::stop_token& stop, const backend::BytesRead& bytesRead)
    : Network(files.config, formatsOf(files, target, ops), DeviceWeights(files, target, ops, stop, bytesRead), stop) {}

Network::Network(checkpoint::DiaConfig config, const Formats& formats, DeviceWeights weights,
                 const std::stop_token& stop)
    : m_config(std::move(config)), m_formats(formats), m_encoder(m_config, weights, m_formats),
      m_decoder(m_config, weights, m_formats) {
    constexpr std::array<std::uint8_t, 1> kZero{}; // a text of zeros, the same at every position
    m_decoder.setUnconditional(m_encoder(kZero, stop));
}

} // namespace parley::accelerator
