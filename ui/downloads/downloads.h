// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "downloads/model_fetch.h"
#include "downloads/pack_fetch.h"

#include <QObject>
#include <QSet>
#include <QThread>

namespace parley::ui {

/// How a download ended.
struct DownloadEnd {
    std::optional<Error> error; ///< Cancelled: paused
    ModelBrought brought;       ///< of a model, if there is no error
};

/// Downloads of models and GPU packs, on a thread of their own, so that neither the network, nor hashes, nor the disk
/// keep a window waiting. Each is known by the folder that it fills. Lives in a thread with an event loop, where its
/// signals are sent.
class Downloads : public QObject {
    Q_OBJECT

public:
    explicit Downloads(HubSettings settings, FetchRules rules = {}, QObject* parent = nullptr);
    /// Pauses all, and waits until they are.
    ~Downloads() override;
    Downloads(const Downloads&) = delete;
    Downloads& operator=(const Downloads&) = delete;

    /// Begins, or goes on with what lies in the folder. Nothing happens if that download runs.
    void start(const CatalogueEntry& entry, const QString& folder);
    void start(const GpuPack& pack, const QString& folder);
    /// Ends it soon, with ended(); what came is kept for the next start().
    void pause(const QString& folder);
    [[nodiscard]] bool isRunning(const QString& folder) const { return m_running.contains(folder); }

Q_SIGNALS:
    void progressed(const QString& folder, const parley::ui::DownloadProgress& progress);
    void ended(const QString& folder, const parley::ui::DownloadEnd& end);

private:
    class Worker;
    /// Called in the worker's thread.
    using Fetch = std::function<QCoro::Task<DownloadEnd>(FetchPtr)>;
    void begin(const QString& folder, const Fetch& fetch);

    QThread m_thread;
    std::unique_ptr<Worker> m_worker; ///< lives in that thread
    QSet<QString> m_running;
};

} // namespace parley::ui

Q_DECLARE_METATYPE(parley::ui::DownloadEnd)
