// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/job_delegate.h"

#include "jobs/job_list_model.h"
#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QPainter>

namespace parley::ui {

namespace {

constexpr int kMargin = 8;
constexpr int kGap = 2;
constexpr int kBarHeight = 3;

QString iconName(JobState state) {
    switch (state) {
    case JobState::Waiting:
        return QStringLiteral("queue");
    case JobState::Running:
        return QStringLiteral("make");
    case JobState::Done:
        return QStringLiteral("check");
    case JobState::Failed:
        return QStringLiteral("error");
    case JobState::Cancelled:
        return QStringLiteral("stop");
    }
    return {};
}

Tone toneOf(JobState state) {
    switch (state) {
    case JobState::Done:
        return Tone::Good;
    case JobState::Failed:
        return Tone::Bad;
    default:
        return Tone::Neutral;
    }
}

void paintBar(QPainter& painter, const QRect& area, double fraction, const QPalette& palette) {
    painter.setPen(Qt::NoPen);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(palette.color(QPalette::Mid));
    painter.drawRoundedRect(area, 1.5, 1.5);
    painter.setBrush(palette.color(QPalette::Highlight));
    painter.drawRoundedRect(QRectF(area.topLeft(), QSizeF(area.width() * fraction, area.height())), 1.5, 1.5);
}

} // namespace

void JobDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString title = item.text;
    item.text.clear();
    const QStyle& style = item.widget != nullptr ? *item.widget->style() : *QApplication::style();
    style.drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget); // ground, selection, focus

    painter->save();
    const auto state = static_cast<JobState>(index.data(JobListModel::StateRole).toInt());
    const bool selected = (item.state & QStyle::State_Selected) != 0;
    const QRect inner = item.rect.adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const int iconSize = item.fontMetrics.height();
    const QRect iconArea(inner.topLeft(), QSize(iconSize, iconSize));
    const Tone tone = toneOf(state);
    const QIcon picture = selected || tone == Tone::Neutral ? icon(iconName(state))
                                                            : icon(iconName(state), toneColour(tone, item.palette));
    picture.paint(painter, QStyle::visualRect(item.direction, inner, iconArea), Qt::AlignCenter,
                  selected ? QIcon::Selected : QIcon::Normal);

    const int line = item.fontMetrics.height();
    const QRect words = inner.adjusted(iconSize + kMargin, 0, 0, 0);
    const auto draw = [&](int top, const QString& text, const QColor& colour) {
        const QRect area = QStyle::visualRect(item.direction, inner, {words.left(), top, words.width(), line});
        painter->setPen(colour);
        painter->drawText(area, Qt::AlignLeading | Qt::AlignVCenter,
                          item.fontMetrics.elidedText(text, Qt::ElideRight, area.width()));
    };
    const QColor strong = item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = selected                    ? strong
                         : state == JobState::Failed ? toneColour(Tone::Bad, item.palette)
                                                     : item.palette.color(QPalette::PlaceholderText);
    painter->setFont(item.font);
    draw(words.top(), title, strong);
    draw(words.top() + line + kGap, index.data(JobListModel::DetailRole).toString(), quiet);
    const double fraction = index.data(JobListModel::FractionRole).toDouble();
    if (state == JobState::Running && fraction >= 0 && !selected) {
        paintBar(*painter, {words.left(), inner.bottom() + 2, words.width(), kBarHeight}, fraction, item.palette);
    }
    painter->restore();
}

QSize JobDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const {
    const int height = QFontMetrics(option.font).height();
    return {20 * kMargin, 2 * (height + kMargin) + kGap};
}

} // namespace parley::ui
