// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accelerator/device_decoder.h"
#include "accelerator/text_encoder.h"
#include "backend/device.h"
#include "backend/tensor_reader.h"
#include "checkpoint/model_files.h"

#include <cstdint>
#include <span>
#include <stop_token>

namespace parley::accelerator {

/// The whole network on a device, in torch's operators and what `ops` has better: what model::DiaModel is on the CPU.
/// Its profile says how. Any profile also runs on the CPU, where tests hold it against the reference.
class Network {
public:
    /// Loads all weights. `ops` lives longer. Throws EngineError: CheckpointCorrupt, Cancelled.
    Network(const checkpoint::DiaFiles& files, const backend::ComputeTarget& target, const DeviceOps& ops,
            const std::stop_token& stop, const backend::BytesRead& bytesRead);

    [[nodiscard]] const checkpoint::DiaConfig& config() const noexcept { return m_config; }
    [[nodiscard]] const Formats& formats() const noexcept { return m_formats; }
    [[nodiscard]] const DeviceDecoder& decoder() const noexcept { return m_decoder; }

    /// A text's keys and values for every decoder layer. Throws EngineError: NumericFailure, Cancelled.
    [[nodiscard]] model::TextMemory read(std::span<const std::uint8_t> text, const std::stop_token& stop) const {
        return m_decoder.remember(m_encoder(text, stop), stop);
    }

private:
    Network(checkpoint::DiaConfig config, const Formats& formats, DeviceWeights weights, const std::stop_token& stop);

    checkpoint::DiaConfig m_config;
    Formats m_formats;
    TextEncoder m_encoder;
    DeviceDecoder m_decoder;
};

} // namespace parley::accelerator
