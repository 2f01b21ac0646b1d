// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/item_layout.h"

#include <vector>

class QLabel;

namespace parley::ui {

/// A picture, text that wraps, buttons, and one button in the corner. The buttons stand beside the text where that
/// leaves it most of the width, and below it otherwise, in as many rows as they need.
class NoticeLayout final : public ItemLayout {
public:
    NoticeLayout(QWidget* owner, QWidget* picture, QLabel* text, QWidget* corner);

    void removeButtons();

    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& place) override;

private:
    struct Places;

    [[nodiscard]] int textWidth() const;
    [[nodiscard]] int buttonsWidth() const;
    [[nodiscard]] Places placesIn(int width) const;

    QLabel* m_text;
};

} // namespace parley::ui
