// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "downloads/write_error.h"

#include <QFileDevice>
#include <cerrno>

namespace parley::ui {

namespace {

Error writeError(const QString& path, bool isFull, const QString& detail) {
    return Error{isFull ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, verbatim(path.toStdString()),
                 isFull ? phrase("there is no room left for the download") : phrase("can't be written"),
                 isFull ? phrase("make room, then resume the download") : phrase("choose another folder"),
                 detail.toStdString()};
}

} // namespace

Error fileError(const QFileDevice& file, const QString& path) {
    return writeError(path, file.error() == QFileDevice::ResourceError, file.errorString());
}

Error systemError(const QString& path, int errorNumber) {
    return writeError(path, errorNumber == ENOSPC || errorNumber == EDQUOT, qt_error_string(errorNumber));
}

} // namespace parley::ui
