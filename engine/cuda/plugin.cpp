// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "accelerator/cuda_plugin.h"
#include "cuda/cuda_graph.h"
#include "cuda/own_ops.h"

namespace {

const parley::accelerator::DeviceOps& ownOps() {
    static const parley::cuda::OwnOps kOps;
    return kOps;
}

} // namespace

extern "C" __attribute__((visibility("default"))) const parley::accelerator::CudaPlugin* parleyCudaPlugin() {
    static const parley::accelerator::CudaPlugin kPlugin{.makeGraph = &parley::cuda::makeGraph, .ops = &ownOps};
    return &kPlugin;
}
