// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/item_layout.h"

#include <vector>

namespace parley::ui {

/// Widgets side by side at the end of their row, in as many rows as they need. Hidden ones take no place.
class WrappingRow final : public ItemLayout {
public:
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& place) override;

private:
    /// A row's items, from left to right.
    struct Row {
        std::vector<QLayoutItem*> items;
        int width = 0;
        int height = 0;
    };
    [[nodiscard]] std::vector<Row> rowsIn(int width) const;
};

} // namespace parley::ui
