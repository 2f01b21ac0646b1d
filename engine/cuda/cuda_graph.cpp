// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cuda/cuda_graph.h"

#include <ATen/cuda/CUDAGraph.h>
#include <c10/cuda/CUDAGuard.h>
#include <c10/cuda/CUDAStream.h>

#include <exception>

namespace parley::cuda {

namespace {

/// Before recording, work is done a few times: libraries make their handles and workspaces in their first calls.
constexpr int kWarmUps = 3;

class CudaStepGraph final : public accelerator::StepGraph {
public:
    explicit CudaStepGraph(const std::function<void()>& work) {
        c10::cuda::getCurrentCUDAStream().synchronize();
        const c10::cuda::CUDAStream stream = c10::cuda::getStreamFromPool(); // the default stream can't be recorded
        const c10::cuda::CUDAStreamGuard guard(stream);
        for (int i = 0; i < kWarmUps; ++i) {
            work();
        }
        stream.synchronize();
        record(work);
        stream.synchronize();
    }
    void replay() override { m_graph.replay(); }

private:
    void record(const std::function<void()>& work) {
        // Of this thread alone: what others allocate meanwhile mustn't break it.
        m_graph.capture_begin({0, 0}, cudaStreamCaptureModeThreadLocal);
        try {
            work();
        } catch (...) {
            end();
            throw;
        }
        m_graph.capture_end();
    }
    /// Leaves recording, which has failed already.
    void end() noexcept {
        try {
            m_graph.capture_end();
        } catch (const std::exception&) { // NOLINT(bugprone-empty-catch): the first failure says more
        }
    }

    at::cuda::CUDAGraph m_graph;
};

} // namespace

std::unique_ptr<accelerator::StepGraph> makeGraph(const std::function<void()>& work) {
    return std::make_unique<CudaStepGraph>(work);
}

} // namespace parley::cuda
