// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace parley::ui {

/// What the full model needs at most, in bytes: weights, codec and caches in this dtype.
[[nodiscard]] quint64 modelMemoryBytes(const QString& dtype);

/// What programs may still take of this machine's main memory, in bytes; 0 if the system doesn't tell. Any thread.
[[nodiscard]] quint64 freeMemoryBytes();

/// MemAvailable of a text like /proc/meminfo's, in bytes; 0 if it isn't in there.
[[nodiscard]] quint64 memAvailable(const QByteArray& memInfo);

} // namespace parley::ui
