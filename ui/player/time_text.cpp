// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "player/time_text.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

namespace parley::ui {

QString timeText(double seconds) {
    constexpr double kRounding = 1e-6; // 3.2 s must not be shown as 3.1
    const auto tenths = static_cast<qint64>(std::floor(std::max(0.0, seconds) * 10.0 + kRounding));
    return QStringLiteral("%1:%2%3%4")
        .arg(tenths / 600)
        .arg(tenths / 10 % 60, 2, 10, QLatin1Char('0'))
        .arg(QLocale().decimalPoint())
        .arg(tenths % 10);
}

} // namespace parley::ui
