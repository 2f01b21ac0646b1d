// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/memory.h"
#include "runtime/edge.h"
#include "runtime/memory_need.h"
#include "runtime/model_loader.h"

namespace parley {

Result<MemoryNeed> modelNeed(const ModelOptions& model, const std::string& device, const std::string& dtype,
                             std::int64_t rows, std::int64_t textBytes) {
    return runtime::atEdge([&]() -> MemoryNeed {
        const auto profile = runtime::profileNamed(device, dtype);
        if (!profile) {
            return {};
        }
        const checkpoint::DiaFiles dia = runtime::openDiaFiles(model);
        const checkpoint::DacFiles dac = runtime::openDacFiles(model);
        return runtime::memoryNeed({dia.config, dia.plan, dac.plan.config}, *profile, {rows, textBytes});
    });
}

} // namespace parley
