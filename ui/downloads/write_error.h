// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"

#include <QString>

class QFileDevice;

namespace parley::ui {

/// Why the file that will be called `path` can't be written: DiskFull or FileUnwritable.
[[nodiscard]] Error fileError(const QFileDevice& file, const QString& path);
/// The same by what a call of the system left in errno.
[[nodiscard]] Error systemError(const QString& path, int errorNumber);

} // namespace parley::ui
