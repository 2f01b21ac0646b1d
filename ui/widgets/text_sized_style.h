// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace parley::ui {

/// A style whose icons, check boxes and sliders grow with the application's text.
class TextSizedStyle : public QProxyStyle {
    Q_OBJECT

public:
    explicit TextSizedStyle(const QString& style);

    /// Dialog buttons without pictures: their words say it.
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returnData) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
};

} // namespace parley::ui
