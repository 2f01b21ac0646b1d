// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/file_check.h"

#include <string>

namespace parley::cli {

struct FullCheckEnd {
    ui::FullCheck check;
    int status = 0; ///< of the program
};

/// Reads all files and prints what came of it. `id`: what `models download` would have to bring again; empty: nothing
/// of ours.
[[nodiscard]] FullCheckEnd checkAndTell(const QString& name, const QList<ui::FileExpected>& files,
                                        const std::string& id, const std::stop_token& stop);

} // namespace parley::cli
