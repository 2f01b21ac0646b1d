// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/wrapping_row.h"

#include <QStyle>
#include <QWidget>
#include <algorithm>

namespace parley::ui {

namespace {

constexpr int kGap = 8;

} // namespace

std::vector<WrappingRow::Row> WrappingRow::rowsIn(int width) const {
    std::vector<Row> rows;
    for (const auto& item : items()) {
        if (item->isEmpty()) {
            continue;
        }
        const QSize size = item->sizeHint();
        if (rows.empty() || rows.back().width + kGap + size.width() > width) {
            rows.push_back({{item.get()}, size.width(), size.height()});
        } else {
            Row& row = rows.back();
            row.items.push_back(item.get());
            row.width += kGap + size.width();
            row.height = std::max(row.height, size.height());
        }
    }
    return rows;
}

int WrappingRow::heightForWidth(int width) const {
    const QMargins margins = contentsMargins();
    int height = 0;
    for (const Row& row : rowsIn(width - margins.left() - margins.right())) {
        height += (height > 0 ? kGap : 0) + row.height;
    }
    return margins.top() + height + margins.bottom();
}

QSize WrappingRow::sizeHint() const {
    const std::vector<Row> rows = rowsIn(QWIDGETSIZE_MAX);
    const QSize all = rows.empty() ? QSize(0, 0) : QSize(rows.front().width, rows.front().height);
    return all.grownBy(contentsMargins());
}

QSize WrappingRow::minimumSize() const {
    QSize least(0, 0);
    for (const auto& item : items()) {
        least = item->isEmpty() ? least : least.expandedTo(item->minimumSize());
    }
    return least.grownBy(contentsMargins());
}

void WrappingRow::setGeometry(const QRect& place) {
    QLayout::setGeometry(place);
    const QRect inner = place.marginsRemoved(contentsMargins());
    int y = inner.top();
    for (const Row& row : rowsIn(inner.width())) {
        int x = inner.left() + std::max(0, inner.width() - row.width);
        for (QLayoutItem* const item : row.items) {
            const QSize size = item->sizeHint().boundedTo({inner.width(), QWIDGETSIZE_MAX});
            const QRect part(QPoint(x, y + (row.height - size.height()) / 2), size);
            item->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), inner, part));
            x += size.width() + kGap;
        }
        y += row.height + kGap;
    }
}

} // namespace parley::ui
