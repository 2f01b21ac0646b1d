// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/notice_layout.h"

#include <QLabel>
#include <QStyle>
#include <QWidget>
#include <algorithm>

namespace parley::ui {
namespace {

// Places in the list of items; buttons follow.
constexpr int kPicture = 0;
constexpr int kText = 1;
constexpr int kCorner = 2;
constexpr int kFirstButton = 3;

constexpr int kGap = 8;
constexpr int kLongestLine = 80;         // average letters
constexpr double kMostForButtons = 0.45; // of the width, beside text that has to wrap

} // namespace

/// Where everything is, from the upper left corner within the margins on; left to right.
struct NoticeLayout::Places {
    std::vector<QRect> items;
    int height = 0;
};

NoticeLayout::NoticeLayout(QWidget* owner, QWidget* picture, QLabel* text, QWidget* corner)
    : ItemLayout(owner), m_text(text) {
    for (QWidget* const part : {picture, static_cast<QWidget*>(text), corner}) {
        addWidget(part);
    }
}

void NoticeLayout::removeButtons() {
    while (count() > kFirstButton) {
        const std::unique_ptr<QLayoutItem> item(takeAt(kFirstButton));
        // One of them may be the sender of the signal that is being handled.
        item->widget()->hide();
        item->widget()->deleteLater();
    }
}

/// Without wrapping; a label that wraps wishes for less.
int NoticeLayout::textWidth() const {
    return m_text->fontMetrics().size(0, m_text->text()).width() + 1;
}

/// Of all of them in one row, each with its gap.
int NoticeLayout::buttonsWidth() const {
    int width = 0;
    for (int i = kFirstButton; i < count(); ++i) {
        width += kGap + itemAt(i)->sizeHint().width();
    }
    return width;
}

NoticeLayout::Places NoticeLayout::placesIn(int width) const {
    const QSize picture = itemAt(kPicture)->sizeHint();
    const QSize corner = itemAt(kCorner)->sizeHint();
    const int left = picture.width() + kGap;
    const int room = std::max(width - left - kGap - corner.width(), 1);
    const int buttons = buttonsWidth();
    const bool beside = textWidth() + buttons <= room || buttons <= kMostForButtons * room;
    const int words = std::max(beside ? room - buttons : room, 1);
    const int height = itemAt(kText)->heightForWidth(words);

    Places places;
    int line = std::max({picture.height(), corner.height(), height});
    for (int i = kFirstButton; i < count() && beside; ++i) {
        line = std::max(line, itemAt(i)->sizeHint().height());
    }
    places.items = {
        QRect(QPoint(0, beside ? (line - picture.height()) / 2 : (corner.height() - picture.height()) / 2), picture),
        QRect(left, beside ? (line - height) / 2 : std::max(0, (corner.height() - height) / 2), words, height),
        QRect(QPoint(width - corner.width(), 0), corner)};
    places.height = line;
    int x = left + words + kGap;
    for (int i = kFirstButton; i < count(); ++i) {
        const QSize size = itemAt(i)->sizeHint().boundedTo(QSize(beside ? room : width - left, INT_MAX));
        if (!beside && (i == kFirstButton || x + size.width() > width)) {
            x = left;
            places.height += kGap / 2 + size.height();
        }
        places.items.emplace_back(QPoint(x, beside ? (line - size.height()) / 2 : places.height - size.height()), size);
        x += size.width() + kGap;
    }
    return places;
}

int NoticeLayout::heightForWidth(int width) const {
    const QMargins margins = contentsMargins();
    return placesIn(width - margins.left() - margins.right()).height + margins.top() + margins.bottom();
}

QSize NoticeLayout::sizeHint() const {
    const QMargins margins = contentsMargins();
    const int width = margins.left() + margins.right() + itemAt(kPicture)->sizeHint().width() + kGap +
                      std::min(textWidth(), kLongestLine * m_text->fontMetrics().averageCharWidth()) + buttonsWidth() +
                      kGap + itemAt(kCorner)->sizeHint().width();
    return {width, heightForWidth(width)};
}

QSize NoticeLayout::minimumSize() const {
    const QMargins margins = contentsMargins();
    int width = itemAt(kText)->minimumSize().width() + kGap + itemAt(kCorner)->sizeHint().width();
    for (int i = kFirstButton; i < count(); ++i) {
        width = std::max(width, itemAt(i)->minimumSize().width());
    }
    width += margins.left() + margins.right() + itemAt(kPicture)->sizeHint().width() + kGap;
    return {width, itemAt(kCorner)->sizeHint().height() + margins.top() + margins.bottom()};
}

void NoticeLayout::setGeometry(const QRect& place) {
    QLayout::setGeometry(place);
    const QRect inner = place.marginsRemoved(contentsMargins());
    const Places places = placesIn(inner.width());
    for (int i = 0; i < count(); ++i) {
        const QRect part = places.items[static_cast<std::size_t>(i)].translated(inner.topLeft());
        itemAt(i)->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), inner, part));
    }
}

} // namespace parley::ui
