// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "files/system_reason.h"

#include <cerrno>

namespace parley::files {

Phrase systemReason(int errorNumber) {
    switch (errorNumber) {
    case EACCES:
        return phrase("Permission denied");
    case EPERM:
        return phrase("Operation not permitted");
    case ENOENT:
        return phrase("No such file or directory");
    case ENOTDIR:
        return phrase("Not a directory");
    case EISDIR:
        return phrase("Is a directory");
    case ENAMETOOLONG:
        return phrase("File name too long");
    case EROFS:
        return phrase("Read-only file system");
    case ENOSPC:
        return phrase("No space left on device");
    case EDQUOT:
        return phrase("Disk quota exceeded");
    case EFBIG:
        return phrase("File too large");
    case EIO:
        return phrase("Input/output error");
    case EMFILE:
        return phrase("Too many open files");
    default:
        return verbatim(std::generic_category().message(errorNumber));
    }
}

Phrase systemReason(const std::error_code& error) {
    const std::error_condition condition = error.default_error_condition();
    return condition.category() == std::generic_category() ? systemReason(condition.value())
                                                           : verbatim(error.message());
}

} // namespace parley::files
