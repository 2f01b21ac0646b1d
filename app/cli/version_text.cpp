// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/version_text.h"

#include "parley/version.h"

#include <QtGlobal>

namespace parley::cli {

std::string versionText() {
    return versionReport("parley-cli") + "Qt: " + qVersion();
}

} // namespace parley::cli
