// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accelerator/device_linear.h"
#include "accelerator/device_ops.h"
#include "backend/device.h"
#include "backend/tensor_reader.h"
#include "checkpoint/model_files.h"

#include <ATen/core/Tensor.h>

#include <map>
#include <stop_token>
#include <string>

namespace parley::accelerator {

/// The network's weights on a device, by their planned names, on their way into the layers. Each is taken once.
class DeviceWeights {
public:
    /// Reads one after the other, so that main memory never holds more than the largest one; `ops` packs, and lives
    /// longer. Throws EngineError: CheckpointCorrupt, Cancelled.
    DeviceWeights(const checkpoint::DiaFiles& files, const backend::ComputeTarget& target, const DeviceOps& ops,
                  const std::stop_token& stop, const backend::BytesRead& bytesRead);

    [[nodiscard]] at::Tensor take(const std::string& name);
    [[nodiscard]] DeviceLinear takeLinear(const std::string& name);

private:
    std::map<std::string, at::Tensor> m_tensors; ///< norms in float32, embeddings
    std::map<std::string, DeviceLinear> m_linears;
};

} // namespace parley::accelerator
