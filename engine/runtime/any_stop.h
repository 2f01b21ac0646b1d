// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <list>
#include <stop_token>
#include <utility>

namespace parley::runtime {

/// A stop that is asked for when any of some others is.
class AnyStop {
public:
    AnyStop() = default;
    AnyStop(const AnyStop&) = delete;
    AnyStop& operator=(const AnyStop&) = delete;
    ~AnyStop() = default;

    void heed(std::stop_token other) {
        m_callbacks.emplace_back(std::move(other), [this] { m_source.request_stop(); });
    }
    [[nodiscard]] std::stop_token token() const noexcept { return m_source.get_token(); }

private:
    std::stop_source m_source;
    std::list<std::stop_callback<std::function<void()>>> m_callbacks; // first to go: they use the source
};

} // namespace parley::runtime
