// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace parley::ui {

/// A style whose icons, check boxes and sliders grow with the application's text.
class TextSizedStyle final : public QProxyStyle {
    Q_OBJECT

public:
    explicit TextSizedStyle(const QString& style);

    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
};

} // namespace parley::ui
