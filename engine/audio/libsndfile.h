// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sndfile.h>

#include <memory>
#include <string>

namespace parley {

struct SndFileCloser {
    void operator()(SNDFILE* file) const noexcept { sf_close(file); }
};

using SndFile = std::unique_ptr<SNDFILE, SndFileCloser>;

/// libsndfile's last error about `file` (null: about opening), as a part of a sentence.
[[nodiscard]] std::string sndFileReason(SNDFILE* file);

} // namespace parley
