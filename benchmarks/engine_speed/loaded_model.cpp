// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine_speed/loaded_model.h"

#include "backend/parallel.h"

#include <ATen/core/Tensor.h>

#include <vector>

namespace parley::benchmarks {

namespace {

runtime::LoadedModel load(const ModelOptions& options) {
    backend::prepareThread();
    backend::setThreads(options.threads);
    return runtime::loadModel(runtime::openModelFiles(options, {}), {}, {});
}

} // namespace

LoadedModel::LoadedModel(const ModelOptions& options) : model(load(options)), threads(backend::threadCount()) {}

model::TextMemory LoadedModel::remember(std::int64_t textBytes) const {
    const std::vector<std::uint8_t> text(static_cast<std::size_t>(textBytes), 'a');
    return model.dia->decoder().remember(model.dia->encoder()(text, {}), {});
}

} // namespace parley::benchmarks
