// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/text_sized_style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <algorithm>

namespace parley::ui {
namespace {

double textScale() {
    const double usual = QFontInfo(QFontDatabase::systemFont(QFontDatabase::GeneralFont)).pointSizeF();
    return usual > 0.0 ? QFontInfo(QApplication::font()).pointSizeF() / usual : 1.0;
}

} // namespace

TextSizedStyle::TextSizedStyle(const QString& style) : QProxyStyle(style) {}

int TextSizedStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    const int usual = QProxyStyle::pixelMetric(metric, option, widget);
    switch (metric) {
    case PM_TabBarIconSize:
    case PM_LineEditIconSize: // Qt's styles derive these from the small icon's, which has grown already
        return pixelMetric(PM_SmallIconSize, option, widget);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ButtonMargin:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return std::max(usual, qRound(usual * textScale()));
    case PM_ListViewIconSize:
    case PM_ToolBarIconSize: // 24 is for pictures in colour; line drawings look heavy above the text's height
        return std::max(16, qRound(18 * textScale()));
    default:
        return usual;
    }
}

int TextSizedStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                              QStyleHintReturn* returnData) const {
    return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 0 : QProxyStyle::styleHint(hint, option, widget, returnData);
}

} // namespace parley::ui
