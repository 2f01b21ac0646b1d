// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "audio/libsndfile.h"

namespace parley {

std::string sndFileReason(SNDFILE* file) {
    std::string reason = sf_strerror(file);
    const auto last = reason.find_last_not_of(" .\n");
    reason.erase(last == std::string::npos ? 0 : last + 1);
    return reason;
}

} // namespace parley
