// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cuda/cuda_graph.h"

#include <ATen/cuda/CUDAGraph.h>
#include <c10/cuda/CUDACachingAllocator.h>
#include <c10/cuda/CUDAFunctions.h>
#include <c10/cuda/CUDAGuard.h>
#include <c10/cuda/CUDAStream.h>

#include <exception>
#include <map>
#include <mutex>

namespace parley::cuda {

namespace {

/// Before recording, work is done a few times: libraries make their handles and workspaces in their first calls.
constexpr int kWarmUps = 3;

/// The default stream can't be recorded. One of high priority for all recordings of a device: torch hands out the same
/// few in turn, the codec's among those of low priority, and libraries keep a workspace for each.
c10::cuda::CUDAStream recordingStream() {
    static std::mutex mutex;
    static std::map<c10::DeviceIndex, c10::cuda::CUDAStream> streams;
    const std::scoped_lock lock(mutex);
    const c10::DeviceIndex device = c10::cuda::current_device();
    const auto known = streams.find(device);
    return known != streams.end()
               ? known->second
               : streams.emplace(device, c10::cuda::getStreamFromPool(/*isHighPriority=*/true)).first->second;
}

class CudaStepGraph final : public accelerator::StepGraph {
public:
    explicit CudaStepGraph(const std::function<void()>& work) {
        c10::cuda::getCurrentCUDAStream().synchronize();
        const c10::cuda::CUDAStream stream = recordingStream();
        const c10::cuda::CUDAStreamGuard guard(stream);
        try {
            for (int i = 0; i < kWarmUps; ++i) {
                work();
            }
            stream.synchronize();
            record(work);
        } catch (...) {
            settle(stream); // whoever goes on does so on another stream
            throw;
        }
        stream.synchronize();
    }
    void replay() override { m_graph.replay(); }

private:
    void record(const std::function<void()>& work) {
        // Of this thread alone: what others allocate meanwhile mustn't break it.
        m_graph.capture_begin(m_pool, cudaStreamCaptureModeThreadLocal);
        try {
            work();
        } catch (...) {
            end();
            throw;
        }
        m_graph.capture_end();
    }
    /// Leaves recording, which has failed already. Where torch can't, its allocator still has to hear of it.
    void end() noexcept {
        try {
            m_graph.capture_end();
        } catch (const std::exception&) {
            quietly([&] { c10::cuda::CUDACachingAllocator::endAllocateToPool(c10::cuda::current_device(), m_pool); });
        }
    }
    static void settle(const c10::cuda::CUDAStream& stream) noexcept {
        quietly([&] { stream.synchronize(); });
    }
    template <typename Work>
    static void quietly(const Work& work) noexcept {
        try {
            work();
        } catch (const std::exception&) { // NOLINT(bugprone-empty-catch): the first failure says more
        }
    }

    at::cuda::MempoolId_t m_pool = at::cuda::graph_pool_handle();
    at::cuda::CUDAGraph m_graph;
};

} // namespace

std::unique_ptr<accelerator::StepGraph> makeGraph(const std::function<void()>& work) {
    return std::make_unique<CudaStepGraph>(work);
}

} // namespace parley::cuda
