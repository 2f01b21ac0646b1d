// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <utility>

namespace parley::ui {

/// Calls `done` with the future's result on the owner's thread, unless the owner is gone by then. (QFuture::then() with
/// a context keeps a bare pointer to it in Qt 6.4.) The work must not throw.
template <typename Value, typename Done>
void whenDone(QObject* owner, const QFuture<Value>& future, Done done) {
    auto* watcher = new QFutureWatcher<Value>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, done = std::move(done)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0) {
            done(watcher->result());
        }
    });
    watcher->setFuture(future);
}

} // namespace parley::ui
