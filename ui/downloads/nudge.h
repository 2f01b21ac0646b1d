// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <coroutine>
#include <utility>

namespace parley::ui {

/// What a coroutine waits for when several things may happen: `co_await nudge.next()` goes on after the next give(),
/// from the event loop, so never within the signal that gave it. One coroutine waits at a time; it looks itself at what
/// happened. One thread, that of the object.
class Nudge : public QObject {
public:
    /// The names are the language's.
    struct Awaiter {
        Nudge& nudge;
        [[nodiscard]] bool await_ready() const noexcept { return false; }                                 // NOLINT
        void await_suspend(std::coroutine_handle<> waiting) const noexcept { nudge.m_waiting = waiting; } // NOLINT
        void await_resume() const noexcept {}                                                             // NOLINT
    };
    [[nodiscard]] Awaiter next() noexcept { return {*this}; }

    void give() {
        if (const std::coroutine_handle<> waiting = std::exchange(m_waiting, {})) {
            QMetaObject::invokeMethod(this, [waiting] { waiting.resume(); }, Qt::QueuedConnection);
        }
    }

private:
    std::coroutine_handle<> m_waiting;
};

} // namespace parley::ui
