// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "preferences/memory_need.h"

#include <unistd.h>

#include <QByteArray>
#include <QFile>

namespace parley::ui {

namespace {

constexpr double kParameters = 1.6e9;
constexpr double kStepWeights = 1.25e9; // of them, read at each step of the decoder: what int8 and int4 make smaller
constexpr double kCacheValues = 0.2e9;  // keys and values of 18 layers for 3072 rows and 1024 bytes of text
constexpr double kCodecBytes = 0.3e9;
constexpr quint64 kKibibyte = 1024;

} // namespace

quint64 modelMemoryBytes(const QString& dtype) {
    const double bytesPerValue = dtype == QLatin1String("float32") ? 4 : 2;
    const double bytesPerWeight = dtype == QLatin1String("int8")   ? 1
                                  : dtype == QLatin1String("int4") ? 0.5625 // a scale for every 32 of them
                                                                   : bytesPerValue;
    return static_cast<quint64>(kStepWeights * bytesPerWeight +
                                (kParameters - kStepWeights + kCacheValues) * bytesPerValue + kCodecBytes);
}

quint64 memAvailable(const QByteArray& memInfo) {
    for (const QByteArray& line : memInfo.split('\n')) {
        if (line.startsWith("MemAvailable:")) {
            return line.mid(line.indexOf(':') + 1).simplified().split(' ').first().toULongLong() * kKibibyte;
        }
    }
    return 0;
}

quint64 freeMemoryBytes() {
    QFile info(QStringLiteral("/proc/meminfo"));
    if (info.open(QIODevice::ReadOnly)) {
        return memAvailable(info.readAll());
    }
    // Elsewhere only the whole is told; what is in use can mostly be paged out.
    const long pages = sysconf(_SC_PHYS_PAGES);
    const long pageBytes = sysconf(_SC_PAGESIZE);
    return pages > 0 && pageBytes > 0 ? static_cast<quint64>(pages) * static_cast<quint64>(pageBytes) : 0;
}

} // namespace parley::ui
