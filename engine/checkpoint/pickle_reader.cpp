// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/pickle_reader.h"

#include "checkpoint/pickle_machine.h"
#include "checkpoint/reader_errors.h"

#include <string>

namespace parley::checkpoint {

PickleTree readPickle(std::string_view bytes, const std::filesystem::path& path) {
    if (bytes.size() > kMaxPickleBytes) {
        throwCorrupt(path,
                     "the pickle inside has " + std::to_string(bytes.size()) + " bytes, far more than names need");
    }
    return PickleMachine(bytes, path).run();
}

} // namespace parley::checkpoint
