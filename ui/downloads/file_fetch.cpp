// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "downloads/file_fetch.h"

#include "downloads/stream_reader.h"

#include <algorithm>

namespace parley::ui {

namespace {

constexpr qint64 kHashPiece = qint64{8} << 20U;
constexpr int kMostWrongHashes = 2;

DownloadProgress progressOf(DownloadProgress::Phase phase, qint64 bytes, qint64 total) {
    DownloadProgress progress;
    progress.phase = phase;
    progress.fileBytes = bytes;
    progress.fileTotal = total;
    return progress;
}

/// Hashes what an earlier run left, without keeping the event loop.
QCoro::Task<void> hashWhatIsThere(FetchPtr context, std::shared_ptr<PartFile> part, FileReport report) {
    while (!context->isStopped() && part->hashMore(kHashPiece)) {
        report(progressOf(DownloadProgress::Phase::Checking, part->hashedBytes(), part->size()), 0);
        const std::chrono::milliseconds atOnce{0};
        co_await pauseFor(context, atOnce);
    }
}

/// Why the whole file is not what it should be; nothing if it is.
std::optional<Error> objectionToBytes(PartFile& part, const FileWanted& wanted) {
    const RemoteFile& remote = wanted.remote;
    const bool isRight = !remote.sha256.isEmpty()    ? part.sha256() == remote.sha256
                         : !remote.gitSha1.isEmpty() ? part.gitSha1() == remote.gitSha1
                                                     : wanted.sha256.isEmpty() || part.sha256() == wanted.sha256;
    if (isRight) {
        return std::nullopt;
    }
    return Error{ErrorCode::CheckpointCorrupt, verbatim(wanted.target.toStdString()),
                 phrase("what came is not what the server says it has"), phrase("download again"),
                 "sha256 " + part.sha256().toStdString()};
}

/// What may be done about a fault.
struct Retries {
    int inVain = 0;
    int wrongHashes = 0;

    [[nodiscard]] bool allow(const TransferFault& fault, const FetchRules& rules) {
        return fault.mayPass && ++inVain < rules.mostTries;
    }
};

QCoro::Task<void> waitToRetry(FetchPtr context, TransferFault fault, int attempt, qint64 bytes, qint64 total,
                              FileReport report) {
    const auto asked = std::chrono::milliseconds(std::chrono::seconds(fault.waitSeconds));
    const std::chrono::milliseconds wait = std::max(context->rules().waitBefore(attempt), asked);
    DownloadProgress progress = progressOf(DownloadProgress::Phase::Waiting, bytes, total);
    progress.waitSeconds = static_cast<int>((wait.count() + 999) / 1000);
    progress.problem = fault.error;
    report(progress, 0);
    co_await pauseFor(context, wait);
}

/// One try: asks about the file if that is due, and reads as much of it as comes. Nothing once it is all here.
QCoro::Task<std::optional<TransferFault>> tryOnce(FetchPtr context, std::shared_ptr<FileWanted> wanted,
                                                  std::shared_ptr<PartFile> part, FileReport report) {
    if (wanted->remote.location.isEmpty()) {
        Fetched<RemoteFile> asked = co_await askAbout(context, wanted->url);
        if (auto* const fault = std::get_if<TransferFault>(&asked)) {
            co_return *fault;
        }
        wanted->remote = std::get<RemoteFile>(asked);
    }
    if (wanted->remote.etag.isEmpty()) {
        // Where the server has no tags, the hash that the file must have then tells whose bytes there are.
        wanted->remote.etag = wanted->sha256;
    }
    if (std::optional<Error> error = part->open(wanted->remote.etag, wanted->remote.bytes)) {
        co_return TransferFault{*error};
    }
    co_await hashWhatIsThere(context, part, report);
    if (context->isStopped()) {
        co_return stopFault();
    }
    if (part->size() == wanted->remote.bytes) {
        co_return std::nullopt;
    }
    const RemoteFile remote = wanted->remote;
    co_return co_await readStream(context, remote, part, report);
}

} // namespace

QCoro::Task<Result<FileBrought>> fetchFile(FetchPtr context, FileWanted wantedFile, FileReport report) {
    const auto wanted = std::make_shared<FileWanted>(std::move(wantedFile));
    const auto part = std::make_shared<PartFile>(wanted->target);
    Retries retries;
    while (true) {
        const qint64 before = part->size();
        std::optional<TransferFault> fault = co_await tryOnce(context, wanted, part, report);
        if (part->size() > before) {
            retries.inVain = 0;
        }
        if (!fault) {
            const std::optional<Error> objection = objectionToBytes(*part, *wanted);
            if (!objection) {
                break;
            }
            part->discard();
            fault = TransferFault{*objection, ++retries.wrongHashes < kMostWrongHashes};
        }
        if (context->isStopped()) {
            co_return stopFault().error;
        }
        if (!retries.allow(*fault, context->rules())) {
            co_return fault->error;
        }
        // Asking anew costs little, and the link may have been good for a time only.
        wanted->remote = {};
        co_await waitToRetry(context, *fault, retries.inVain, part->size(), -1, report);
    }
    FileBrought brought;
    brought.bytes = part->size();
    brought.sha256 = part->sha256();
    brought.isAsExpected = wanted->sha256.isEmpty() || wanted->sha256 == brought.sha256;
    if (std::optional<Error> error = part->finish()) {
        co_return *error;
    }
    co_return brought;
}

} // namespace parley::ui
