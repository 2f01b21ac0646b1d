// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "accelerator/cuda_plugin.h"
#include "cuda/cuda_graph.h"
#include "cuda/own_ops.h"

#include <c10/cuda/CUDAGuard.h>
#include <c10/cuda/CUDAStream.h>

namespace {

const parley::accelerator::DeviceOps& ownOps() {
    static const parley::cuda::OwnOps kOps;
    return kOps;
}

std::shared_ptr<void> makeStream(int device) {
    const auto index = static_cast<c10::DeviceIndex>(device);
    return std::make_shared<c10::cuda::CUDAStreamGuard>(c10::cuda::getStreamFromPool(/*isHighPriority=*/false, index));
}

} // namespace

extern "C" __attribute__((visibility("default"))) const parley::accelerator::CudaPlugin* parleyCudaPlugin() {
    static const parley::accelerator::CudaPlugin kPlugin{
        .makeGraph = &parley::cuda::makeGraph, .makeStream = &makeStream, .ops = &ownOps};
    return &kPlugin;
}
