// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/cache_writer.h"

#include "backend/packed_tensor.h"
#include "runtime/edge.h"

#include <ATen/core/Tensor.h>

#include <utility>

namespace parley::runtime {

namespace {

void writeAll(const std::vector<Unkept>& unkept, const std::stop_token& stop) {
    for (const Unkept& one : unkept) {
        std::vector<checkpoint::TensorView> views;
        views.reserve(one.tensors.size());
        for (const auto& [name, tensor] : one.tensors) {
            views.push_back(backend::packedView(name, tensor));
        }
        one.cache.write(views, stop);
    }
}

} // namespace

CacheWriter::~CacheWriter() {
    stop();
}

void CacheWriter::start(std::vector<Unkept> unkept, OnFailure onFailure) {
    stop();
    if (unkept.empty()) {
        return;
    }
    const std::scoped_lock lock(m_mutex);
    m_isWriting = true;
    m_thread =
        std::jthread([this, unkept = std::move(unkept), onFailure = std::move(onFailure)](const std::stop_token& stop) {
            const auto result = atEdge([&] { writeAll(unkept, stop); });
            m_result = result;
            if (onFailure && !result.ok() && result.error().code != ErrorCode::Cancelled) {
                onFailure(result.error());
            }
            m_isWriting = false;
        });
}

void CacheWriter::stop() {
    const std::scoped_lock lock(m_mutex);
    m_thread = {}; // asks it to stop, and joins
    m_result = std::monostate{};
}

Result<std::monostate> CacheWriter::finish(const std::stop_token& stop) {
    const std::scoped_lock lock(m_mutex);
    if (m_thread.joinable()) {
        const std::stop_callback stopping(stop, [this] { m_thread.request_stop(); });
        m_thread.join();
    }
    return m_result;
}

} // namespace parley::runtime
