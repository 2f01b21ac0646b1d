// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "downloads/claim.h"

#include <QDir>
#include <QFileInfo>

namespace parley::ui {

std::optional<Error> objectionToOffline(const FetchContext& context) {
    if (!context.settings().isOffline) {
        return std::nullopt;
    }
    return Error{ErrorCode::NetworkFailed, verbatim("HF_HUB_OFFLINE"), phrase("is set, so nothing is downloaded"),
                 phrase("unset it")};
}

std::optional<Error> makeFolder(const QString& folder, const QString& parts) {
    if (QDir().mkpath(parts) && QFileInfo(parts).isWritable()) {
        return std::nullopt;
    }
    return Error{ErrorCode::FileUnwritable, verbatim(folder.toStdString()), phrase("can't be written to"),
                 phrase("choose another folder")};
}

std::optional<Error> objectionToLock(const FolderLock& lock, const QString& folder) {
    if (!lock.isForeign()) {
        return std::nullopt;
    }
    return Error{ErrorCode::FileUnwritable, verbatim(folder.toStdString()), phrase("is being filled by another Parley"),
                 phrase("wait for that download")};
}

} // namespace parley::ui
