// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/take_library.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QUrl>
#include <functional>

namespace parley::ui {

/// Takes as files for other programs: WAV with the recipe inside, at the take's tempo, in temporary folders. Old ones
/// of earlier runs are removed in the background, see handover_folder.h.
class TakeHandover : public QObject {
    Q_OBJECT

public:
    explicit TakeHandover(TakeLibrary& library, QObject* parent = nullptr);
    TakeHandover(const TakeHandover&) = delete;
    TakeHandover& operator=(const TakeHandover&) = delete;
    ~TakeHandover() override;

    /// Writes the files in the background, then calls `done`, on the GUI thread; not if none could be written.
    void make(const QList<TakeId>& ids, const std::function<void(const QList<QUrl>&)>& done);

Q_SIGNALS:
    void failed(const parley::Error& error);

private:
    TakeLibrary& m_library;
    QFuture<void> m_tidying;
};

} // namespace parley::ui
