// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/script.h"

namespace parley {

std::string joinTranscript(std::string_view transcript, std::string_view script) {
    return std::string(transcript).append("\n").append(script);
}

} // namespace parley
