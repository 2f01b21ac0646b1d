// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "downloads/downloads.h"

#include <QHash>
#include <utility>

namespace parley::ui {

namespace {

QCoro::Task<DownloadEnd> bringModel(FetchPtr context, CatalogueEntry entry, QString folder) {
    const Result<ModelBrought> result = co_await fetchModel(context, entry, folder);
    DownloadEnd end;
    if (result) {
        end.brought = result.value();
    } else {
        end.error = result.error();
    }
    co_return end;
}

QCoro::Task<DownloadEnd> bringPack(FetchPtr context, GpuPack pack, QString folder) {
    const Result<PackHere> result = co_await fetchPack(context, pack, folder);
    DownloadEnd end;
    if (!result) {
        end.error = result.error();
    }
    co_return end;
}

/// Runs to its end by itself: everything that it needs are its arguments.
QCoro::Task<void> runFetch(QCoro::Task<DownloadEnd> fetch, std::function<void(const DownloadEnd&)> onEnd) {
    const DownloadEnd end = co_await fetch;
    onEnd(end);
}

} // namespace

/// The downloads' side in their thread.
class Downloads::Worker : public QObject {
public:
    Worker(Downloads& owner, HubSettings settings, FetchRules rules)
        : m_owner(owner), m_settings(std::move(settings)), m_rules(std::move(rules)) {}

    void start(const QString& folder, const Fetch& fetch) {
        const auto tell = [this, folder](const DownloadProgress& progress) {
            post([owner = &m_owner, folder, progress] { Q_EMIT owner->progressed(folder, progress); });
        };
        const auto context = std::make_shared<FetchContext>(m_settings, m_rules, tell);
        m_contexts.insert(folder, context);
        runFetch(fetch(context), [this, folder](const DownloadEnd& end) { finish(folder, end); });
    }

    void stop(const QString& folder) {
        if (const FetchPtr context = m_contexts.value(folder)) {
            context->stop();
        }
    }

    /// Ends the thread once all downloads have ended.
    void leave() {
        m_isLeaving = true;
        for (const FetchPtr& context : std::as_const(m_contexts)) {
            context->stop();
        }
        quitIfIdle();
    }

private:
    void finish(const QString& folder, const DownloadEnd& end) {
        m_contexts.remove(folder);
        // In the owner's thread, so that isRunning() is false once ended() is heard.
        post([owner = &m_owner, folder, end] {
            owner->m_running.remove(folder);
            Q_EMIT owner->ended(folder, end);
        });
        quitIfIdle();
    }

    void quitIfIdle() {
        if (m_isLeaving && m_contexts.isEmpty()) {
            thread()->quit();
        }
    }

    void post(const std::function<void()>& call) { QMetaObject::invokeMethod(&m_owner, call, Qt::QueuedConnection); }

    Downloads& m_owner; // outlives the thread
    HubSettings m_settings;
    FetchRules m_rules;
    QHash<QString, FetchPtr> m_contexts;
    bool m_isLeaving = false;
};

Downloads::Downloads(HubSettings settings, FetchRules rules, QObject* parent)
    : QObject(parent), m_worker(std::make_unique<Worker>(*this, std::move(settings), std::move(rules))) {
    qRegisterMetaType<DownloadProgress>();
    qRegisterMetaType<DownloadEnd>();
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("downloads"));
    m_thread.start();
}

Downloads::~Downloads() {
    QMetaObject::invokeMethod(m_worker.get(), [worker = m_worker.get()] { worker->leave(); }, Qt::QueuedConnection);
    m_thread.wait();
}

void Downloads::start(const CatalogueEntry& entry, const QString& folder) {
    begin(folder, [entry, folder](const FetchPtr& context) { return bringModel(context, entry, folder); });
}

void Downloads::start(const GpuPack& pack, const QString& folder) {
    begin(folder, [pack, folder](const FetchPtr& context) { return bringPack(context, pack, folder); });
}

void Downloads::begin(const QString& folder, const Fetch& fetch) {
    if (!m_running.contains(folder)) {
        m_running.insert(folder);
        QMetaObject::invokeMethod(
            m_worker.get(), [worker = m_worker.get(), folder, fetch] { worker->start(folder, fetch); },
            Qt::QueuedConnection);
    }
}

void Downloads::pause(const QString& folder) {
    QMetaObject::invokeMethod(
        m_worker.get(), [worker = m_worker.get(), folder] { worker->stop(folder); }, Qt::QueuedConnection);
}

} // namespace parley::ui
