// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/colour_contrast.h"

#include <algorithm>
#include <cmath>

namespace parley::ui {
namespace {

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
    const QColor rgb = colour.toRgb();
    return 0.2126 * linear(rgb.redF()) + 0.7152 * linear(rgb.greenF()) + 0.0722 * linear(rgb.blueF());
}

int blend(int one, int other, double share) {
    return static_cast<int>(std::lround(one * share + other * (1.0 - share)));
}

} // namespace

double contrast(const QColor& one, const QColor& other) {
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor mix(const QColor& one, const QColor& other, double share) {
    const QColor a = one.toRgb();
    const QColor b = other.toRgb();
    return {blend(a.red(), b.red(), share), blend(a.green(), b.green(), share), blend(a.blue(), b.blue(), share)};
}

QColor standOut(const QColor& colour, const QColor& ground, double least) {
    const QColor end = contrast(Qt::black, ground) > contrast(Qt::white, ground) ? Qt::black : Qt::white;
    constexpr int kSteps = 50;
    for (int i = 0; i < kSteps; ++i) {
        const QColor moved = mix(end, colour, static_cast<double>(i) / kSteps);
        if (contrast(moved, ground) >= least) {
            return moved;
        }
    }
    return end;
}

} // namespace parley::ui
