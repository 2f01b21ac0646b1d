// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "support/data_folder.h"

namespace parley::test {

std::filesystem::path dataFolder() {
    return PARLEY_TEST_DATA;
}

} // namespace parley::test
