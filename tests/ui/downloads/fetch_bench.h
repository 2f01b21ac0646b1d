// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "downloads/file_fetch.h"
#include "downloads/model_fetch.h"
#include "downloads/pack_fetch.h"
#include "ui/hub/fake_hub.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <chrono>

namespace parley::test {

/// No test takes a tenth of this; it only keeps a download that hangs from hanging the tests.
inline constexpr int kPatienceMs = 120'000;

/// A download in the test's own thread, from a hub of its own into a folder of its own, with no real waiting.
class FetchBench {
public:
    explicit FetchBench(const std::optional<QSslConfiguration>& tls = {}) : hub(tls) {
        settings.endpoint = hub.endpoint();
        settings.allowsPlainLoopback = !tls;
        rules.waitBefore = [this](int attempt) {
            attempts.append(attempt);
            return std::chrono::milliseconds(0);
        };
        rules.stallAfter = std::chrono::seconds(20);
        rules.freeBytes = [](const QString&) { return qint64{1} << 50U; };
    }

    [[nodiscard]] Result<ui::FileBrought> fetch(const QByteArray& repository, const QByteArray& path) {
        ui::CatalogueEntry entry;
        entry.repository = QString::fromUtf8(repository);
        entry.revision = QStringLiteral("main");
        ui::CatalogueFile file;
        file.path = QString::fromUtf8(path);
        ui::FileWanted wanted;
        wanted.url = ui::fileUrl(settings, entry, file);
        wanted.target = target(path);
        wanted.sha256 = expectedHash;
        return run<ui::FileBrought>([&](const ui::FetchPtr& context) {
            return ui::fetchFile(context, wanted, [this](const ui::DownloadProgress& progress, qint64 arrived) {
                came += arrived;
                hear(progress);
            });
        });
    }

    [[nodiscard]] Result<ui::ModelBrought> fetchModel(const ui::CatalogueEntry& entry) {
        return run<ui::ModelBrought>(
            [&](const ui::FetchPtr& context) { return ui::fetchModel(context, entry, folder.filePath("model")); });
    }

    [[nodiscard]] Result<ui::PackHere> fetchPack(const ui::GpuPack& pack) {
        return run<ui::PackHere>(
            [&](const ui::FetchPtr& context) { return ui::fetchPack(context, pack, folder.filePath("pack")); });
    }

    [[nodiscard]] QString target(const QByteArray& path) const { return folder.filePath(QString::fromUtf8(path)); }
    [[nodiscard]] QByteArray content(const QByteArray& path) const {
        QFile file(target(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    FakeHub hub;
    QTemporaryDir folder;
    ui::HubSettings settings;
    ui::FetchRules rules;
    QByteArray expectedHash;
    QList<int> attempts; ///< as waitBefore was asked
    QList<ui::DownloadProgress> told;
    qint64 came = 0;                                           ///< bytes over the network
    std::function<bool(const ui::DownloadProgress&)> stopWhen; ///< pauses the download then

private:
    void hear(const ui::DownloadProgress& progress) {
        told.append(progress);
        if (stopWhen && stopWhen(progress)) {
            m_context->stop();
        }
    }

    template <typename T>
    static QCoro::Task<void> put(QCoro::Task<Result<T>> task, std::shared_ptr<std::optional<Result<T>>> into) {
        const Result<T> result = co_await task;
        into->emplace(result);
    }

    template <typename T, typename Start>
    Result<T> run(const Start& start) {
        m_context = std::make_shared<ui::FetchContext>(
            settings, rules, [this](const ui::DownloadProgress& progress) { hear(progress); });
        const auto result = std::make_shared<std::optional<Result<T>>>();
        put<T>(start(m_context), result);
        if (!QTest::qWaitFor([&] { return result->has_value(); }, kPatienceMs)) {
            qFatal("the download hangs");
        }
        return **result;
    }

    ui::FetchPtr m_context;
};

} // namespace parley::test
