// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/speech_job.h"

namespace parley::runtime {

void SpeechJob::end(const Result<std::monostate>& result) const {
    if (result.ok()) {
        listener->onFinished(speech);
    } else if (result.error().code == ErrorCode::Cancelled) {
        listener->onCancelled(speech);
    } else {
        listener->onFailed(result.error(), speech);
    }
}

} // namespace parley::runtime
