// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

class QMimeData;

namespace parley::ui {

/// The files of this machine among what is dropped or pasted.
[[nodiscard]] QStringList localFiles(const QMimeData& source);

/// Told from its name alone, since a drop must not wait for a disk.
[[nodiscard]] bool isSoundFile(const QString& path);

} // namespace parley::ui
